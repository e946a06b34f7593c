#+ focus: provision:pact-1
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:identifier "EB140.9, OP1" }
