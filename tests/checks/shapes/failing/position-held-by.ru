#+ focus: position:wells-come-first
#+ path: mh:heldBy
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
INSERT DATA { position:wells-come-first mh:heldBy instrument:lake-report }
