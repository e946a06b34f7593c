#+ focus:
#+   - commitment:clean-wells
#+   - event:lake-forum
#+ path: mh:addresses
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:addresses place:lakeside }
