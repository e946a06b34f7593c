#+ focus: provision:pact-1
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:identifier "WHA70.R15, OP1" }
