#+ focus: instrument:lake-compact
#+ path: mh:cites
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:lake-compact mh:cites event:lake-forum }
