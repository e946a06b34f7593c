#+ focus:
#+   - actor:lake-union_
#+   - urn:of:https://w3id.org/mhgraph/actor/lake-union
#+ renames: actor:lake-union
