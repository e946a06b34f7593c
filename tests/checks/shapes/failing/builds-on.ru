#+ focus: instrument:lake-compact
#+ path: mh:buildsOn
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:lake-compact mh:buildsOn event:lake-forum }
