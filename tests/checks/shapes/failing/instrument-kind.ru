#+ focus: instrument:lake-compact
#+ path: mh:kind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:lake-compact mh:kind concept:stance-affirms }
