#+ focus: practice:well-school
#+ path: mh:hasKind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX practice: <https://w3id.org/mhgraph/practice/>
INSERT DATA { practice:well-school mh:hasKind concept:stance-affirms }
