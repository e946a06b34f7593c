#+ focus: judgement:wells-mean-lake-1
#+ path: mh:hasConfidence
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX judgement: <https://w3id.org/mhgraph/judgement/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { judgement:wells-mean-lake-1 mh:hasConfidence concept:confidence-high }
