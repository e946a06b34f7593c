#+ focus: provision:lake-1
#+ path: mh:says
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:says "Clean wells" }
