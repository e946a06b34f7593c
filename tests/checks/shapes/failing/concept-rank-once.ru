#+ focus: concept:topic-water
#+ path: mh:hasRank
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasRank 2 }
