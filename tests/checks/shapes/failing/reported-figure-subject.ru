#+ focus: figure:walkers
#+ path: mh:concerns|mh:population|mh:topic|mh:addresses
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { figure:walkers mh:population concept:constituency-migrants }
