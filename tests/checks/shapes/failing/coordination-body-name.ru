#+ focus:
#+   - group:ws-wells_
#+   - urn:of:https://w3id.org/mhgraph/group/ws-wells
#+ renames: group:ws-wells
