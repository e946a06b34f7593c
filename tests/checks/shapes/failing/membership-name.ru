#+ focus:
#+   - membership:lake-union-ws-wells-member_
#+   - urn:of:https://w3id.org/mhgraph/membership/lake-union-ws-wells-member
#+ renames: membership:lake-union-ws-wells-member
