#+ focus: group:ws-wells
#+ path: mh:hasRationale
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { group:ws-wells mh:hasRationale "Because it is so."@en }
