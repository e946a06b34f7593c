#+ focus: source:lake-report#p01
#+ path: mh:hasDigest
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { <https://w3id.org/mhgraph/source/lake-report#p01> mh:hasDigest "1111111111111111111111111111111111111111111111111111111111111111" } ;
INSERT DATA { <https://w3id.org/mhgraph/source/lake-report#p01> mh:hasDigest "1111111111111111111111111111111111111111111111111111111111111111"^^xsd:hexBinary }
