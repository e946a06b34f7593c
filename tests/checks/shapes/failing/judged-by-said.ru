#+ focus: https://w3id.org/mhgraph/judgements/lake-report
#+ path: mh:isJudgedBy
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isJudgedBy ?old } WHERE { $this mh:isJudgedBy ?old }
