#+ focus: event:lake-walk
#+ path: mh:isPartOfEvent
#+ also:
#+   - event:lake-walk-choir
#+   - event:lake-walk-song
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-walk mh:isPartOfEvent event:lake-walk-song }
