#+ focus: instrument:lake-compact
#+ path: mh:hasKind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:lake-compact mh:hasKind concept:stance-affirms }
