#+ focus: milestone:compact-adopted
#+ path: mh:byMeansOf
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
INSERT DATA { milestone:compact-adopted mh:byMeansOf actor:lake-union }
