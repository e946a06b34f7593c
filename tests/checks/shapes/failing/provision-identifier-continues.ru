#+ focus: provision:lake-1a
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { provision:lake-1a dcterms:identifier "LAKE/RES/31/1, para. 5 (a)" } ;
INSERT DATA { provision:lake-1a dcterms:identifier "LAKE/RES/31/1, para. 6 (a)" }
