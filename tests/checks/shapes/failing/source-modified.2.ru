#+ focus: source:lake-report
#+ path: dcterms:modified
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX source: <https://w3id.org/mhgraph/source/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { source:lake-report dcterms:modified "2031-07-01Z"^^xsd:date }
