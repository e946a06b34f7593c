#+ focus:
#+   - event:lake-forum
#+   - event:village-walks
#+   - instrument:lake-compact
#+   - process:lake-talks
#+   - provision:lake-1
#+   - series:lake-forums
#+ path: mh:buildsOn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:buildsOn place:lakeside }
