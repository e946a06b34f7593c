#+ focus: scheme:topic
#+ path: skos:prefLabel
PREFIX scheme: <https://w3id.org/mhgraph/scheme/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { scheme:topic skos:prefLabel "Topics"@en }
