#+ focus: event:lake-forum
#+ path: mh:takesUp
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:takesUp instrument:old-pact }
