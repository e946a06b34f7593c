#+ focus: rec:walk-more
#+ path: mh:hasTopic
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
DELETE DATA { rec:walk-more mh:hasTopic concept:topic-water }
