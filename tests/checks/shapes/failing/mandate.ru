#+ focus: group:ws-wells
#+ path: mh:mandate
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { group:ws-wells mh:mandate "Wells for all" }
