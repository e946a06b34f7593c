#+ focus: source:lake-report#p02
#+ path: mh:hasTextFragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasTextFragment "#:~:text=The" }
