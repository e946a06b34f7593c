#+ focus: provision:lake-35
#+ path: dcterms:isPartOf
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { provision:lake-35 dcterms:isPartOf instrument:lake-compact } ;
INSERT DATA { provision:lake-35 dcterms:isPartOf provision:lake-3 }
