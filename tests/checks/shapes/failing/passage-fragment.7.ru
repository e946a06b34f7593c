#+ focus: source:lake-report#p02
#+ path: mh:fragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:fragment ?old } INSERT { $this mh:fragment "#:~:text=" } WHERE { $this mh:fragment ?old }
