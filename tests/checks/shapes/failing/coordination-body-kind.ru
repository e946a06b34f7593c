#+ focus: group:ws-wells
#+ path: mh:kind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { group:ws-wells mh:kind concept:stance-affirms }
