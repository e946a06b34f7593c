#+ focus: event:lake-forum
#+ path: mh:rationale
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-forum mh:rationale "Because it is so."@en }
