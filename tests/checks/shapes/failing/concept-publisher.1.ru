#+ focus: concept:topic-water
#+ path: dcterms:publisher
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this dcterms:publisher place:lakeside }
