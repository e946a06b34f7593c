#+ focus: instrument:lake-compact
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:identifier "EB140.9" }
