#+ focus: source:lake-report#c1
#+ path: dcterms:created
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { $this dcterms:created "2031-07-02"^^xsd:date }
