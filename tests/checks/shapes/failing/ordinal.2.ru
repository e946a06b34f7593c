#+ focus:
#+   - event:lake-forum
#+   - event:village-walks
#+ path: mh:hasOrdinal
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasOrdinal ?old } INSERT { $this mh:hasOrdinal "3" } WHERE { $this mh:hasOrdinal ?old }
