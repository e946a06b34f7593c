#+ focus: provision:lake-3
#+ path: dcterms:isPartOf
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX process: <https://w3id.org/mhgraph/process/>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { provision:lake-3 dcterms:isPartOf instrument:lake-compact } ;
INSERT DATA { provision:lake-3 dcterms:isPartOf process:lake-talks }
