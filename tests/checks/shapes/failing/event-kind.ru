#+ focus: event:lake-forum
#+ path: mh:hasKind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-forum mh:hasKind concept:stance-affirms }
