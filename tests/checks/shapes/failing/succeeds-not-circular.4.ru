#+ focus: process:lake-review
#+ path: mh:succeeds
#+ also:
#+   - process:lake-talks
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { process:lake-review mh:succeeds process:lake-talks }
