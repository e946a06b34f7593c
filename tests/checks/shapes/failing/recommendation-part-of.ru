#+ focus: rec:test-the-wells
#+ path: dcterms:isPartOf
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
INSERT DATA { $this dcterms:isPartOf instrument:lake-report }
