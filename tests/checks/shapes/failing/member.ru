#+ focus: group:ws-wells
#+ path: mh:hasMember
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { group:ws-wells mh:hasMember place:lakeside }
