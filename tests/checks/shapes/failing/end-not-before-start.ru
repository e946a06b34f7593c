#+ focus:
#+   - event:lake-forum-panel
#+   - event:village-walks-2030
#+   - group:ws-wells
#+   - participation:brook-lake-forum
#+   - process:lake-talks
#+   - series:lake-forums
#+ path: mh:endDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:latest ?old } INSERT { $this mh:latest ?new }
WHERE { $this mh:earliest ?first ; mh:latest ?old . BIND (?first - "P1D"^^xsd:dayTimeDuration AS ?new) }
