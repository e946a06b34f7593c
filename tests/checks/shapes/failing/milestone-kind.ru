#+ focus: milestone:compact-adopted
#+ path: mh:hasKind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
INSERT DATA { milestone:compact-adopted mh:hasKind concept:stance-affirms }
