#+ focus: source:lake-note#para-1
#+ path: mh:isSeenIn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:isSeenIn <https://w3id.org/mhgraph/source/lake-note#c2> }
