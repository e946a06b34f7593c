#+ focus:
#+   - commitment:clean-wells
#+   - provision:lake-1a
#+ path: mh:restates
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:restates commitment:ferry-crew }
