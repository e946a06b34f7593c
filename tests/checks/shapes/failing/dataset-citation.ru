#+ focus: https://w3id.org/mhgraph/dataset
#+ path: dcterms:bibliographicCitation
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:bibliographicCitation "Union"@en }
