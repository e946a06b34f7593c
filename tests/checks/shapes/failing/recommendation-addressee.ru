#+ focus: rec:test-the-wells
#+ path: mh:addressedTo|mh:addresseeUnknownBecause
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
DELETE DATA { rec:test-the-wells mh:addressedTo concept:constituency-states }
