#+ focus: event:lake-forum
#+ path: mh:place
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-forum mh:place actor:lake-states }
