#+ focus:
#+   - source:lake-report
#+   - judgement:wells-mean-lake-1
#+ path: mh:curationMethod
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:curationMethod concept:role-speaker }
