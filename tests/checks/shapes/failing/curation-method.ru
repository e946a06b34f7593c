#+ focus:
#+   - judgement:wells-mean-lake-1
#+   - judgements:lake-report
#+   - source:lake-report
#+ path: mh:hasCurationMethod
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasCurationMethod concept:role-speaker }
