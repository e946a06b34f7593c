#+ focus: figure:wells-tested
#+ path: mh:hasUnit
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { figure:wells-tested mh:hasUnit concept:unit-events }
