#+ focus: group:ws-wells
#+ path: mh:hasMandate
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { group:ws-wells mh:hasMandate "Wells for all" }
