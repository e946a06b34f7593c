#+ focus:
#+   - source:lake-report
#+   - judgement:wells-mean-lake-1
#+ path: mh:curationDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:curationDate ?old } INSERT { $this mh:curationDate "2031-07-01Z"^^xsd:date } WHERE { $this mh:curationDate ?old }
