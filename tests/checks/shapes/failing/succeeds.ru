#+ focus:
#+   - actor:lake-union
#+   - group:ws-wells
#+   - process:lake-talks
#+   - series:lake-forums
#+ path: mh:succeeds
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:succeeds place:lakeside }
