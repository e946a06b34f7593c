#+ focus: actor:lake-union
#+ path: mh:kind
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { actor:lake-union mh:kind concept:stance-affirms }
