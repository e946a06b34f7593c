#+ focus: instrument:old-pact
#+ path: mh:reaffirms
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:old-pact mh:reaffirms instrument:lake-compact }
