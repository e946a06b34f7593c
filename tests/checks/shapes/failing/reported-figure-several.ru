#+ focus: figure:walks-counted
#+ path: mh:hasValue
#+ severity: warning
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { figure:walks-counted mh:hasValue 2 } ;
INSERT DATA { figure:walks-counted mh:hasValue 1 }
