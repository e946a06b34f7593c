#+ focus: milestone:compact-adopted
#+ path: mh:rationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
INSERT DATA { milestone:compact-adopted mh:rationale "Because it is so."@en }
