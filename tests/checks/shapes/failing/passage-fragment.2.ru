#+ focus: source:lake-report#p02
#+ path: mh:hasTextFragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasTextFragment ?old } INSERT { $this mh:hasTextFragment "#:~:text=The%20lake"^^xsd:anyURI } WHERE { $this mh:hasTextFragment ?old }
