#+ focus: concept:topic-water
#+ path: mh:hasRank
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasRank ?old } INSERT { $this mh:hasRank 1.5 } WHERE { $this mh:hasRank ?old }
