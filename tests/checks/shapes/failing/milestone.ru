#+ focus: milestone:compact-adopted
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
INSERT DATA { milestone:compact-adopted mh:hasRationale "Because it is so."@en }
