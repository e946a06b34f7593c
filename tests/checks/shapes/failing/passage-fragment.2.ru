#+ focus: source:lake-report#p01
#+ path: mh:fragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { <https://w3id.org/mhgraph/source/lake-report#p01> mh:fragment "#:~:text=The%20lake" } ;
INSERT DATA { <https://w3id.org/mhgraph/source/lake-report#p01> mh:fragment "#:~:text=The%20lake"^^xsd:anyURI }
