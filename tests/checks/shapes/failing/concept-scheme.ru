#+ focus: scheme:topic
#+ path: mh:rationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX scheme: <https://w3id.org/mhgraph/scheme/>
INSERT DATA { scheme:topic mh:rationale "Because it is so."@en }
