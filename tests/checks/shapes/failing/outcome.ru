#+ focus: event:lake-forum
#+ path: mh:outcome
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
INSERT DATA { event:lake-forum mh:outcome milestone:compact-adopted }
