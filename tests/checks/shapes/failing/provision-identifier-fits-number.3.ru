#+ focus: provision:goals-6-1
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
DELETE DATA { $this dcterms:identifier "A/RES/70/1, target 6.1" } ;
INSERT DATA { $this dcterms:identifier "A/RES/70/1, target 6.2" }
