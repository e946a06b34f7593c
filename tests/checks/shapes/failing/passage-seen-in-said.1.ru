#+ focus: source:lake-report#p02
#+ path: mh:isSeenIn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isSeenIn ?old } WHERE { $this mh:isSeenIn ?old }
