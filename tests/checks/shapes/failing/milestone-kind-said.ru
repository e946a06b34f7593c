#+ focus: milestone:talks-opened
#+ path: mh:hasKind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
DELETE DATA { milestone:talks-opened mh:hasKind concept:milestone-launched }
