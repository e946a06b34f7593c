#+ focus: instrument:lake-compact
#+ path: mh:occasion
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { instrument:lake-compact mh:occasion process:lake-talks }
