#+ focus: milestone:compact-adopted
#+ path: mh:hasPhase
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
INSERT DATA { milestone:compact-adopted mh:hasPhase concept:status-held }
