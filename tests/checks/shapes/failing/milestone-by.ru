#+ focus: milestone:compact-adopted
#+ path: mh:by
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { milestone:compact-adopted mh:by place:lakeland }
