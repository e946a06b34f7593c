#+ focus:
#+   - commitment:clean-wells
#+   - provision:lake-1
#+   - rec:test-the-wells
#+ path: mh:restates
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:restates place:lakeside }
