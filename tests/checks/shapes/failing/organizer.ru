#+ focus:
#+   - event:lake-forum
#+   - event:village-walks
#+   - series:lake-forums
#+ path: mh:organizer
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX person: <https://w3id.org/mhgraph/person/>
INSERT DATA { $this mh:organizer person:ada-brook }
