#+ focus: event:lake-forum
#+ path: mh:before
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-forum mh:before instrument:lake-compact }
