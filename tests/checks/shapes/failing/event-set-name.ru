#+ focus:
#+   - event:village-walks_
#+   - urn:of:https://w3id.org/mhgraph/event/village-walks
#+ renames: event:village-walks
