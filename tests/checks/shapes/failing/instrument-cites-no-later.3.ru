#+ focus: instrument:lake-letter
#+ path: mh:buildsOn
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:lake-letter mh:buildsOn instrument:lake-compact }
