#+ focus:
#+   - event:lake-forum
#+   - event:village-walks
#+   - milestone:compact-adopted
#+   - process:lake-talks
#+   - series:lake-forums
#+ path: mh:precedes
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:precedes place:lakeside }
