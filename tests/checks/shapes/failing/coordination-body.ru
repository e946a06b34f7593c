#+ focus: group:ws-wells
#+ path: mh:rationale
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { group:ws-wells mh:rationale "Because it is so."@en }
