#+ focus:
#+   - judgement:wells-mean-lake-1
#+   - source:lake-letter
#+ path: mh:curationDate|mh:curationRole|mh:curationMethod
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE WHERE { $this mh:curationDate ?day }
