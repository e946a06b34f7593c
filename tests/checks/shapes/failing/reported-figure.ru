#+ focus: figure:wells-tested
#+ path: mh:rationale
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { figure:wells-tested mh:rationale "Because it is so."@en }
