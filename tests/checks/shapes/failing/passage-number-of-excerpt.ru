#+ focus:
#+   - source:lake-letter#para-2
#+   - source:lake-note#para-1
#+ path: mh:number
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:number 2 }
