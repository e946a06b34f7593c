#+ focus: source:lake-letter#para-2
#+ path: dcterms:isPartOf
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX source: <https://w3id.org/mhgraph/source/>
DELETE DATA { <https://w3id.org/mhgraph/source/lake-letter#para-2> dcterms:isPartOf source:lake-letter } ;
INSERT DATA { <https://w3id.org/mhgraph/source/lake-letter#para-2> dcterms:isPartOf source:lake-note }
