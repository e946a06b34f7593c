#+ focus: figure:wells-tested
#+ path: mh:value
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { figure:wells-tested mh:value 40 } ;
INSERT DATA { figure:wells-tested mh:value 140 }
