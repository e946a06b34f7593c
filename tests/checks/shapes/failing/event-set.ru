#+ focus: event:village-walks
#+ path: mh:hasRationale
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:village-walks mh:hasRationale "Because it is so."@en }
