#+ focus: figure:walkers
#+ path: mh:hasValue
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { figure:walkers mh:hasValue 450 } ;
INSERT DATA { figure:walkers mh:hasValue 12.5 }
