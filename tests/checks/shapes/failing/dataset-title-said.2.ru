#+ focus: https://w3id.org/mhgraph/dataset
#+ path: dcterms:title
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:title "Lake"@en }
