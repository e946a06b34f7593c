#+ focus:
#+   - judgement:wells-mean-lake-1
#+   - judgements:lake-report
#+   - source:lake-report
#+ path: mh:hasCurationDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasCurationDate ?old } INSERT { $this mh:hasCurationDate "2031"^^xsd:gYear } WHERE { $this mh:hasCurationDate ?old }
