#+ focus: https://w3id.org/mhgraph/dataset
#+ path: dcterms:description
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:description "Lake" }
