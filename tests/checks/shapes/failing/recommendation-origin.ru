#+ focus: rec:walk-more
#+ path: mh:isSetDownIn|mh:isMadeAt
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isMadeAt ?old } WHERE { $this mh:isMadeAt ?old }
