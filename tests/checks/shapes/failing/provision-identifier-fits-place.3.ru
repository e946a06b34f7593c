#+ focus: provision:goals-6-1
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { provision:goals-6-1 dcterms:identifier "A/RES/70/1, target 6.1" } ;
INSERT DATA { provision:goals-6-1 dcterms:identifier "LAKE/RES/31/1, target 6.1" }
