#+ focus: group:ws-wells
#+ path: mh:isPartOfBody
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX person: <https://w3id.org/mhgraph/person/>
INSERT DATA { group:ws-wells mh:isPartOfBody person:ada-brook }
