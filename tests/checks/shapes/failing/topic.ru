#+ focus:
#+   - commitment:clean-wells
#+   - event:lake-forum
#+   - rec:test-the-wells
#+ path: mh:hasTopic
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasTopic concept:stance-affirms }
