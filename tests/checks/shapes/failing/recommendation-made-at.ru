#+ focus: rec:test-the-wells
#+ path: mh:madeAt
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
PREFIX series: <https://w3id.org/mhgraph/series/>
INSERT DATA { rec:test-the-wells mh:madeAt series:lake-forums }
