#+ focus: instrument:old-pact
#+ path: mh:extends
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:old-pact mh:extends instrument:lake-compact }
