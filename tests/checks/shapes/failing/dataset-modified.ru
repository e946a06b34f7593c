#+ focus: https://w3id.org/mhgraph/dataset
#+ path: dcterms:modified
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { $this dcterms:modified "2031"^^xsd:gYear }
