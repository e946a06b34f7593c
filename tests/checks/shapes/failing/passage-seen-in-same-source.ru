#+ focus: source:lake-letter#para-2
#+ path: mh:isSeenIn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isSeenIn ?old } INSERT { $this mh:isSeenIn <https://w3id.org/mhgraph/source/lake-note#c1> } WHERE { $this mh:isSeenIn ?old }
