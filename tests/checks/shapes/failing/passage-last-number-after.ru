#+ focus: source:lake-report#p04
#+ path: mh:hasLastNumber
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasLastNumber ?old } INSERT { $this mh:hasLastNumber 4 } WHERE { $this mh:hasLastNumber ?old }
