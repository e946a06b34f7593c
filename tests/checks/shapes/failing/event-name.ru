#+ focus:
#+   - event:lake-forum_
#+   - urn:of:https://w3id.org/mhgraph/event/lake-forum
#+ renames: event:lake-forum
