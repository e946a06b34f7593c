#+ focus: source:lake-report
#+ path: dcterms:publisher
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX person: <https://w3id.org/mhgraph/person/>
PREFIX source: <https://w3id.org/mhgraph/source/>
INSERT DATA { source:lake-report dcterms:publisher person:ada-brook }
