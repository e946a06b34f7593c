#+ focus: actor:lake-union
#+ path: mh:hasRationale
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { actor:lake-union mh:hasRationale "Because it is so."@en }
