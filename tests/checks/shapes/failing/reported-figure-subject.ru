#+ focus: figure:walkers
#+ path: mh:hasTopic|mh:isAbout|mh:concerns|mh:hasPopulation|mh:addresses|mh:isAlignedWith
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { figure:walkers mh:hasPopulation concept:constituency-migrants }
