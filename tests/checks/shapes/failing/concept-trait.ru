#+ focus: concept:topic-water
#+ path: mh:hasTrait
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasTrait concept:mode-in-person }
