#+ focus:
#+   - event:lake-forum
#+   - event:village-walks-2030
#+   - group:ws-wells
#+   - participation:brook-lake-forum
#+   - process:lake-talks
#+   - series:lake-forums
#+ path: mh:startDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:startDate ?old } INSERT { $this mh:startDate "1031"^^xsd:gYear } WHERE { $this mh:startDate ?old }
