#+ focus: https://w3id.org/mhgraph/dataset
#+ path: dcterms:license
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:license "CC BY" }
