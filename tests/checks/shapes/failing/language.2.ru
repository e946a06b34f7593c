#+ focus: source:lake-report
#+ path: dcterms:language
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX source: <https://w3id.org/mhgraph/source/>
INSERT DATA { source:lake-report dcterms:language "fr"@en }
