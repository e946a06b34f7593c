#+ focus:
#+   - actor:lake-union
#+   - membership:lake-union-ws-wells-member
#+   - practice:well-school
#+ path: mh:hasStartDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasStartDate ?old } INSERT { $this mh:hasStartDate "2030" } WHERE { $this mh:hasStartDate ?old }
