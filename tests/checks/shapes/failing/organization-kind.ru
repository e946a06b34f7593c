#+ focus: actor:lake-union
#+ path: mh:hasKind
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { actor:lake-union mh:hasKind concept:stance-affirms }
