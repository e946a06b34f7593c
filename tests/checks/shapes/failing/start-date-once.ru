#+ focus:
#+   - actor:lake-union
#+   - event:lake-forum
#+   - event:village-walks-2030
#+   - group:ws-wells
#+   - membership:lake-union-ws-wells-member
#+   - participation:brook-lake-forum
#+   - practice:well-school
#+   - process:lake-talks
#+   - series:lake-forums
#+ path: mh:hasStartDate
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { $this mh:hasStartDate "2032"^^xsd:gYear }
