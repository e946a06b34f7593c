#+ focus:
#+   - event:lake-forum
#+   - event:village-walks
#+ path: mh:hasOrdinal
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasOrdinal 4 }
