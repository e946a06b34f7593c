#+ focus: judgement:wells-mean-lake-1
#+ path: mh:curationDate|mh:curationRole|mh:curationMethod
PREFIX judgement: <https://w3id.org/mhgraph/judgement/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { judgement:wells-mean-lake-1 mh:curationDate "2031-07-01"^^xsd:date }
