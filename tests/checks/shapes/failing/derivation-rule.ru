#+ focus: rule:co-lead-is-member#00ff00ff00ff00ff
#+ path: mh:isDerivedBy
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isDerivedBy ?rule } INSERT { $this mh:isDerivedBy <https://w3id.org/mhgraph/source/lake-report#p02> } WHERE { $this mh:isDerivedBy ?rule }
