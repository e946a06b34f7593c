#+ focus:
#+   - figure:wells-tested_
#+   - urn:of:https://w3id.org/mhgraph/figure/wells-tested
#+ renames: figure:wells-tested
