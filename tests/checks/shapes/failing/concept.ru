#+ focus: concept:topic-water
#+ path: mh:rationale
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { concept:topic-water mh:rationale "Because it is so."@en }
