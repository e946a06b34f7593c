#+ focus: source:lake-report#p02
#+ path: mh:hasNumber
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasNumber ?old } INSERT { $this mh:hasNumber "2" } WHERE { $this mh:hasNumber ?old }
