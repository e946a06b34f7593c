#+ focus:
#+   - source:7-lakes
#+   - source:lake-poster_
#+   - urn:of:https://w3id.org/mhgraph/source/lake-poster
#+ renames: source:lake-poster
