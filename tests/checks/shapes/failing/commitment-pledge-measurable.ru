#+ focus: commitment:ten-wells
#+ path: ^mh:concerns
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { figure:wells-pledged mh:concerns commitment:ten-wells }
