#+ focus: series:lake-forums
#+ path: mh:hasKind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX series: <https://w3id.org/mhgraph/series/>
INSERT DATA { series:lake-forums mh:hasKind concept:stance-affirms }
