#+ focus: source:lake-report
#+ path: mh:isReadBy
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isReadBy ?old } WHERE { $this mh:isReadBy ?old }
