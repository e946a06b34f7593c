#+ focus: commitment:ten-wells
#+ path: mh:pledgedBy
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { commitment:ten-wells mh:pledgedBy concept:constituency-states }
