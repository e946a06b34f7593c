#+ focus: commitment:more-boats
#+ path: mh:isSetDownIn|mh:isMadeAt|mh:isPledgedBy
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isSetDownIn ?old } WHERE { $this mh:isSetDownIn ?old }
