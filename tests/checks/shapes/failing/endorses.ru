#+ focus: instrument:lake-compact
#+ path: mh:endorses
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:lake-compact mh:endorses event:lake-forum }
