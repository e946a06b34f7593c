#+ focus:
#+   - milestone:compact-adopted_
#+   - urn:of:https://w3id.org/mhgraph/milestone/compact-adopted
#+ renames: milestone:compact-adopted
