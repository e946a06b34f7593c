#+ focus: event:village-walks
#+ path: mh:kind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:village-walks mh:kind concept:stance-affirms }
