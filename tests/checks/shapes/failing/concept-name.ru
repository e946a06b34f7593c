#+ focus:
#+   - concept:topic-lonely_
#+   - urn:of:https://w3id.org/mhgraph/concept/topic-lonely
#+ renames: concept:topic-lonely
