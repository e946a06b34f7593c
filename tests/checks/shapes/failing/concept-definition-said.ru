#+ focus: concept:topic-water
#+ path: skos:definition
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { concept:topic-water skos:definition "Water that people drink."@en }
