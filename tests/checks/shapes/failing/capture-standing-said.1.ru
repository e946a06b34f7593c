#+ focus: source:lake-report#c1
#+ path: mh:hasStanding
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasStanding ?old } WHERE { $this mh:hasStanding ?old }
