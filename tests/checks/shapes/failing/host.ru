#+ focus: event:lake-forum
#+ path: mh:host
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { event:lake-forum mh:host place:lakeland }
