#+ focus:
#+   - place:lakeside_
#+   - urn:of:https://w3id.org/mhgraph/place/lakeside
#+ renames: place:lakeside
