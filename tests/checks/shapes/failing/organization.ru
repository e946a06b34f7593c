#+ focus: actor:lake-union
#+ path: mh:rationale
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { actor:lake-union mh:rationale "Because it is so."@en }
