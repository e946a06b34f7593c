#+ focus: event:lake-forum
#+ path: mh:hasRationale
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-forum mh:hasRationale "Because it is so."@en }
