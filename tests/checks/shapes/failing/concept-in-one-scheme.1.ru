#+ focus: concept:topic-lonely
#+ path: skos:inScheme
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX scheme: <https://w3id.org/mhgraph/scheme/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { concept:topic-lonely skos:inScheme scheme:topic }
