#+ focus: series:lake-forums
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX series: <https://w3id.org/mhgraph/series/>
INSERT DATA { series:lake-forums mh:hasRationale "Because it is so."@en }
