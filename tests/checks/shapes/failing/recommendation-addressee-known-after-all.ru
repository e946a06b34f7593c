#+ focus: rec:test-the-wells
#+ path: mh:addresseeUnknownBecause
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
INSERT DATA { rec:test-the-wells mh:addresseeUnknownBecause concept:unknown-not-stated }
