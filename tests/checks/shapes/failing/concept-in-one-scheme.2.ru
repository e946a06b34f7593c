#+ focus: concept:topic-rain-barrel
#+ path: skos:inScheme
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX scheme: <https://w3id.org/mhgraph/scheme/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { concept:topic-rain-barrel skos:inScheme scheme:topic-rain }
