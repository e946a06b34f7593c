#+ focus:
#+   - event:lake-forum
#+   - event:village-walks
#+   - instrument:lake-compact
#+   - process:lake-talks
#+   - provision:lake-1
#+   - series:lake-forums
#+ path: mh:buildsOn
#+ also:
#+   - instrument:lake-song
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:lake-song mh:buildsOn $this }
