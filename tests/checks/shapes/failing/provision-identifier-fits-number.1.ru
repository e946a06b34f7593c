#+ focus: provision:lake-1a
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
DELETE DATA { $this dcterms:identifier "LAKE/RES/31/1, para. 5 (a)" } ;
INSERT DATA { $this dcterms:identifier "LAKE/RES/31/1, para. 5 (b)" }
