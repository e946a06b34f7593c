#+ focus: source:lake-report
#+ path: dcterms:language
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:language "eng" }
