#+ focus:
#+   - rule:co-lead-is-member_
#+   - urn:of:https://w3id.org/mhgraph/rule/co-lead-is-member
#+ renames: rule:co-lead-is-member
