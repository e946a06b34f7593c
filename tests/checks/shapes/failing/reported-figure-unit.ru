#+ focus: figure:wells-tested
#+ path: mh:hasUnit
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { figure:wells-tested mh:hasUnit concept:unit-percent } ;
INSERT DATA { figure:wells-tested mh:hasUnit concept:precision-about }
