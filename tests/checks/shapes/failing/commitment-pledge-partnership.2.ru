#+ focus: commitment:quiet-boats
#+ path: mh:hasKind
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { commitment:quiet-boats mh:hasKind concept:commitment-matching-pledge }
