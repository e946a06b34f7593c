#+ focus: event:lake-forum
#+ path: dcterms:subject
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:subject concept:topic-water }
