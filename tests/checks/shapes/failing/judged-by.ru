#+ focus:
#+   - https://w3id.org/mhgraph/judgements/lake-report
#+   - judgement:wells-mean-lake-1
#+ path: mh:isJudgedBy
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:isJudgedBy concept:mode-in-person }
