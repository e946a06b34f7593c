#+ focus:
#+   - source:lake-report
#+   - judgement:wells-mean-lake-1
#+ path: mh:hasCurationDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasCurationDate ?old } INSERT { $this mh:hasCurationDate "2031-07-01Z"^^xsd:date } WHERE { $this mh:hasCurationDate ?old }
