#+ focus: event:lake-forum
#+ path: mh:status
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { event:lake-forum mh:status concept:status-held } ;
INSERT DATA { event:lake-forum mh:status concept:mode-online }
