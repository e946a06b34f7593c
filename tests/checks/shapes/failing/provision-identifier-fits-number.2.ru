#+ focus: provision:goals-6
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
DELETE DATA { $this dcterms:identifier "A/RES/70/1, Goal 6" } ;
INSERT DATA { $this dcterms:identifier "A/RES/70/1, Goal 16" }
