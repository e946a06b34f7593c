#+ focus: position:wells-come-first
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
INSERT DATA { position:wells-come-first mh:hasRationale "Because it is so."@en }
