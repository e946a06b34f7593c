#+ focus: instrument:old-pact
#+ path: mh:buildsOn
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:old-pact mh:buildsOn instrument:lake-letter }
