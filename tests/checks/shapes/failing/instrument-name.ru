#+ focus:
#+   - instrument:lake-compact_
#+   - urn:of:https://w3id.org/mhgraph/instrument/lake-compact
#+ renames: instrument:lake-compact
