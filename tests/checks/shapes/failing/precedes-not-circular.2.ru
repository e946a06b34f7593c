#+ focus: series:lake-forums
#+ path: mh:precedes
#+ also:
#+   - process:lake-review
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX process: <https://w3id.org/mhgraph/process/>
PREFIX series: <https://w3id.org/mhgraph/series/>
INSERT DATA { process:lake-review mh:precedes series:lake-forums }
