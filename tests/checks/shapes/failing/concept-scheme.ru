#+ focus: scheme:topic
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX scheme: <https://w3id.org/mhgraph/scheme/>
INSERT DATA { scheme:topic mh:hasRationale "Because it is so."@en }
