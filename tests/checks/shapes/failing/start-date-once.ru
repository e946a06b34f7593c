#+ focus:
#+   - event:lake-forum
#+   - event:village-walks-2030
#+   - group:ws-wells
#+   - participation:brook-lake-forum
#+   - process:lake-talks
#+   - series:lake-forums
#+ path: mh:startDate
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { $this mh:startDate "2032"^^xsd:gYear }
