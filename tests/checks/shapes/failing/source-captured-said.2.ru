#+ focus: source:lake-letter
#+ path: mh:captured
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
INSERT DATA { source:lake-letter mh:captured concept:capture-excerpt }
