#+ focus: figure:wells-tested
#+ path: mh:hasRationale
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { figure:wells-tested mh:hasRationale "Because it is so."@en }
