#+ focus: rec:test-the-wells
#+ path: mh:containedIn|mh:madeAt
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
DELETE DATA { rec:test-the-wells mh:containedIn instrument:lake-report }
