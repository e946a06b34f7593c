#+ focus: source:lake-report
#+ path: dcterms:title
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX source: <https://w3id.org/mhgraph/source/>
INSERT DATA { source:lake-report dcterms:title "Report on the Lake" }
