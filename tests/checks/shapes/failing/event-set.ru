#+ focus: event:village-walks
#+ path: mh:rationale
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:village-walks mh:rationale "Because it is so."@en }
