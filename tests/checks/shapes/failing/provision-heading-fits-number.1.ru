#+ focus: provision:lake-1
#+ path: dcterms:title
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { provision:lake-1 dcterms:title "Objective 1: Clean wells"@en } ;
INSERT DATA { provision:lake-1 dcterms:title "Objective 11: Clean wells"@en }
