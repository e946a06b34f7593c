#+ focus: judgement:wells-mean-lake-1
#+ path: mh:restsOn
PREFIX judgement: <https://w3id.org/mhgraph/judgement/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { judgement:wells-mean-lake-1 mh:restsOn <https://w3id.org/mhgraph/source/lake-report#p02> }
