#+ focus: event:lake-forum
#+ path: dcterms:subject
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this dcterms:subject place:lakeside }
