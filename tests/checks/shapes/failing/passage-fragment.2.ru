#+ focus: source:lake-report#p02
#+ path: mh:fragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:fragment ?old } INSERT { $this mh:fragment "#:~:text=The%20lake"^^xsd:anyURI } WHERE { $this mh:fragment ?old }
