#+ focus: concept:nothing-heading
#+ path: skos:inScheme
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX scheme: <https://w3id.org/mhgraph/scheme/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { concept:nothing-heading skos:inScheme scheme:nothing } ;
INSERT DATA { concept:nothing-heading skos:inScheme scheme:stance }
