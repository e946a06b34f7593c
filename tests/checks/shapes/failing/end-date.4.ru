#+ focus:
#+   - actor:lake-union
#+   - membership:lake-union-ws-wells-member
#+   - practice:well-school
#+ path: mh:hasEndDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasEndDate ?old } INSERT { $this mh:hasEndDate "2033" } WHERE { $this mh:hasEndDate ?old }
