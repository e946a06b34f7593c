#+ focus: provision:lake-2
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { provision:lake-2 dcterms:identifier "LAKE/RES/31/1, para. 6" } ;
INSERT DATA { provision:lake-2 dcterms:identifier "A/RES/70/1, para. 6" }
