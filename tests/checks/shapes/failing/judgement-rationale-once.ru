#+ focus: judgement:wells-mean-lake-1
#+ path: mh:hasRationale
PREFIX judgement: <https://w3id.org/mhgraph/judgement/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { judgement:wells-mean-lake-1 mh:hasRationale "Wells are the first objective."@en }
