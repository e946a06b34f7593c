#+ focus: instrument:lake-compact
#+ path: mh:hasRationale
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:lake-compact mh:hasRationale "Because it is so."@en }
