#+ focus: group:ws-wells
#+ path: mh:supports
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { group:ws-wells mh:supports event:lake-forum }
