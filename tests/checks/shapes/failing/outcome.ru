#+ focus: event:lake-forum
#+ path: mh:hasOutcome
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasOutcome event:lake-walk }
