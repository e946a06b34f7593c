#+ focus:
#+   - actor:shore-union_
#+   - urn:of:https://w3id.org/mhgraph/actor/shore-union
#+ renames: actor:shore-union
