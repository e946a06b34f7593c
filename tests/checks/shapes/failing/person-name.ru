#+ focus:
#+   - person:ada-brook_
#+   - urn:of:https://w3id.org/mhgraph/person/ada-brook
#+ renames: person:ada-brook
