#+ focus: source:lake-report#c1
#+ path: mh:isCaptureOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isCaptureOf ?old } WHERE { $this mh:isCaptureOf ?old }
