#+ focus: commitment:clean-wells
#+ path: mh:hasKind
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { commitment:clean-wells mh:hasKind concept:stance-affirms }
