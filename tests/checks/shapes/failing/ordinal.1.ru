#+ focus: event:lake-forum
#+ path: mh:hasOrdinal
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasOrdinal ?old } INSERT { $this mh:hasOrdinal 0 } WHERE { $this mh:hasOrdinal ?old }
