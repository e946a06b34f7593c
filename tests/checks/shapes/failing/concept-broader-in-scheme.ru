#+ focus: concept:topic-water
#+ path: skos:broader
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { concept:topic-water skos:broader concept:constituency-states }
