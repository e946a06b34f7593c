#+ focus: source:lake-report
#+ path: dcterms:issued
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { $this dcterms:issued "2030"^^xsd:gYear }
