#+ focus: event:lake-forum
#+ path: mh:startedFrom
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
INSERT DATA { event:lake-forum mh:startedFrom provision:lake-1 }
