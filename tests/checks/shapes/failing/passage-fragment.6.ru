#+ focus: source:lake-report#p02
#+ path: mh:hasTextFragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasTextFragment ?old } INSERT { $this mh:hasTextFragment "#:~:text=The%2Glake" } WHERE { $this mh:hasTextFragment ?old }
