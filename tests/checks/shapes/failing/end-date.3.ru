#+ focus:
#+   - event:village-walks-2030
#+   - group:ws-wells
#+   - participation:brook-lake-forum
#+   - process:lake-talks
#+   - series:lake-forums
#+ path: mh:hasEndDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasEndDate ?old } INSERT { $this mh:hasEndDate "1031"^^xsd:gYear } WHERE { $this mh:hasEndDate ?old }
