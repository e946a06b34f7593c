#+ focus: provision:lake-2
#+ path: dcterms:isPartOf
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { provision:lake-2 dcterms:isPartOf instrument:lake-compact }
