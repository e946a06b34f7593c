#+ focus: rec:test-the-wells
#+ path: mh:concerns
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
INSERT DATA { rec:test-the-wells mh:concerns <https://lake-union.example/wells> }
