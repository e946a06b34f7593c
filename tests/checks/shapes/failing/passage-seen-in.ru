#+ focus: source:lake-report#p02
#+ path: mh:isSeenIn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isSeenIn ?old } INSERT { $this mh:isSeenIn <https://w3id.org/mhgraph/source/lake-report#p01> } WHERE { $this mh:isSeenIn ?old }
