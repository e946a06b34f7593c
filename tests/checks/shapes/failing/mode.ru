#+ focus: event:lake-forum
#+ path: mh:hasMode
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasMode concept:status-held }
