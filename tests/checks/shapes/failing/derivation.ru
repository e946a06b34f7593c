#+ focus: rule:co-lead-is-member#00ff00ff00ff00ff
#+ path: mh:hasConfidence
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/rule/co-lead-is-member#00ff00ff00ff00ff> mh:hasConfidence concept:confidence-high }
