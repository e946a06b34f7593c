#+ focus: rec:walk-more
#+ path: mh:addresseeUnknownBecause
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
DELETE DATA { rec:walk-more mh:addresseeUnknownBecause concept:unknown-not-stated } ;
INSERT DATA { rec:walk-more mh:addresseeUnknownBecause concept:nothing-context }
