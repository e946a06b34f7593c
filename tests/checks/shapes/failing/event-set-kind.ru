#+ focus: event:village-walks
#+ path: mh:hasKind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:village-walks mh:hasKind concept:stance-affirms }
