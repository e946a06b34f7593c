#+ focus: source:lake-report#c1
#+ path: mh:hasStanding
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasStanding ?old } INSERT { $this mh:hasStanding concept:extent-whole } WHERE { $this mh:hasStanding ?old }
