#+ focus: judgement:wells-mean-lake-1
#+ path: mh:rationale
PREFIX judgement: <https://w3id.org/mhgraph/judgement/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { judgement:wells-mean-lake-1 mh:rationale "Objective 1 is about wells."@en }
