#+ focus: figure:wells-tested
#+ path: mh:value
#+ severity: warning
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { figure:wells-tested mh:value 41 }
