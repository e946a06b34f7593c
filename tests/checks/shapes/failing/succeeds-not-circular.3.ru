#+ focus: series:well-walks
#+ path: mh:succeeds
#+ also:
#+   - series:lake-forums
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX series: <https://w3id.org/mhgraph/series/>
INSERT DATA { series:well-walks mh:succeeds series:lake-forums }
