#+ focus: concept:topic-water
#+ path: mh:standsFor
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:standsFor "hasTopic" }
