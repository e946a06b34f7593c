#+ focus:
#+   - commitment:clean-wells
#+   - event:lake-forum
#+ path: mh:addresses
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:addresses instrument:lake-compact }
