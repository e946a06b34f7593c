#+ focus: provision:lake-1
#+ path: dcterms:title
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:title "Wells"@en }
