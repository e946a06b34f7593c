#+ focus: position:wells-come-first
#+ path: mh:heldIn
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
INSERT DATA { position:wells-come-first mh:heldIn actor:lake-union }
