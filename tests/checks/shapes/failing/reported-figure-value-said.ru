#+ focus: figure:wells-tested
#+ path: mh:hasValue
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { figure:wells-tested mh:hasValue 40 }
