#+ focus:
#+   - rule:co-lead-is-member#00FF
#+   - urn:of:https://w3id.org/mhgraph/rule/co-lead-is-member#00ff
#+ renames: rule:co-lead-is-member#00ff00ff00ff00ff
