#+ focus: concept:topic-water
#+ path: dcterms:publisher
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:publisher <https://w3id.org/mhgraph/actor/lake-union/> }
