#+ focus:
#+   - actor:lake-union
#+   - event:lake-forum-panel
#+   - event:village-walks-2030
#+   - group:ws-wells
#+   - membership:lake-union-ws-wells-member
#+   - participation:brook-lake-forum
#+   - practice:well-school
#+   - process:lake-talks
#+   - series:lake-forums
#+ path: mh:hasEndDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasLatestDay ?old } INSERT { $this mh:hasLatestDay ?new }
WHERE { $this mh:hasEarliestDay ?first ; mh:hasLatestDay ?old . BIND (?first - "P1D"^^xsd:dayTimeDuration AS ?new) }
