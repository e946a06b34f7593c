#+ focus: event:lake-forum
#+ path: mh:topic
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-forum mh:topic concept:stance-affirms }
