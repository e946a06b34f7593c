#+ focus: source:lake-report#p02
#+ path: mh:fragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:fragment "#:~:text=The" }
