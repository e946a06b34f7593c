#+ focus: provision:lake-3b
#+ path: dcterms:isPartOf
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { provision:lake-3b dcterms:isPartOf provision:lake-3 } ;
INSERT DATA { provision:lake-3b dcterms:isPartOf provision:other-3 }
