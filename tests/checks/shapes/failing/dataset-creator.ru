#+ focus: https://w3id.org/mhgraph/dataset
#+ path: dcterms:creator
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:creator "Union"@en }
