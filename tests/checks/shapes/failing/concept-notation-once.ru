#+ focus: concept:topic-rain-barrel
#+ path: skos:notation
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { concept:topic-rain-barrel skos:notation "barrel" }
