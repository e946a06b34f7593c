#+ focus: position:wells-come-first
#+ path: mh:rationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
INSERT DATA { position:wells-come-first mh:rationale "Because it is so."@en }
