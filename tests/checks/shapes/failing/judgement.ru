#+ focus: judgement:wells-mean-lake-1
#+ path: mh:hasNumber
PREFIX judgement: <https://w3id.org/mhgraph/judgement/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { judgement:wells-mean-lake-1 mh:hasNumber 1 }
