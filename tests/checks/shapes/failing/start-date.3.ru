#+ focus:
#+   - event:lake-forum
#+   - event:village-walks-2030
#+   - group:ws-wells
#+   - participation:brook-lake-forum
#+   - process:lake-talks
#+   - series:lake-forums
#+ path: mh:hasStartDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this mh:hasStartDate ?old } INSERT { $this mh:hasStartDate "1031"^^xsd:gYear } WHERE { $this mh:hasStartDate ?old }
