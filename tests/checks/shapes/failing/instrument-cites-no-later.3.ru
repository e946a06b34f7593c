#+ focus: instrument:old-pact
#+ path: mh:buildsOn
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
INSERT DATA { instrument:old-pact mh:buildsOn provision:lake-1a }
