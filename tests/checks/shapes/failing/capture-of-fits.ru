#+ focus: source:lake-report#c1
#+ path: mh:isCaptureOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
DELETE { $this mh:isCaptureOf ?old } INSERT { $this mh:isCaptureOf source:lake-letter } WHERE { $this mh:isCaptureOf ?old }
