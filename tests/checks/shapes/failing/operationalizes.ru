#+ focus: instrument:lake-compact
#+ path: mh:operationalizes
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:lake-compact mh:operationalizes event:lake-forum }
