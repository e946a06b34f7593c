#+ focus: source:lake-report#p02
#+ path: mh:hasTextFragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasTextFragment ?old } INSERT { $this mh:hasTextFragment "p#:~:text=The%20lake" } WHERE { $this mh:hasTextFragment ?old }
