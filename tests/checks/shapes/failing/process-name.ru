#+ focus:
#+   - process:lake-talks_
#+   - urn:of:https://w3id.org/mhgraph/process/lake-talks
#+ renames: process:lake-talks
