#+ focus: figure:walkers
#+ path: mh:measures
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:measures concept:mode-in-person }
