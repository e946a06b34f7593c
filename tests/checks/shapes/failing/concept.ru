#+ focus: concept:topic-water
#+ path: mh:hasRationale
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { concept:topic-water mh:hasRationale "Because it is so."@en }
