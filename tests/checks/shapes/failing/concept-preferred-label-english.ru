#+ focus: concept:topic-water
#+ path: skos:prefLabel
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { concept:topic-water skos:prefLabel "Water"@en }
