#+ focus: instrument:old-pact
#+ path: mh:cites
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
INSERT DATA { instrument:old-pact mh:cites provision:lake-1a }
