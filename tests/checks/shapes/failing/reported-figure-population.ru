#+ focus: figure:wells-tested
#+ path: mh:hasPopulation
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { figure:wells-tested mh:hasPopulation actor:lake-union }
