#+ focus: instrument:lake-compact
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:identifier "see A/RES/31/2" }
