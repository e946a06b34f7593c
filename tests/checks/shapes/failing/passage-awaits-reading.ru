#+ focus: source:lake-report#p01
#+ path: mh:awaitsReading
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:awaitsReading concept:mode-in-person }
