#+ focus: instrument:old-pact
#+ path: mh:kind
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { instrument:old-pact mh:kind concept:instrument-treaty }
