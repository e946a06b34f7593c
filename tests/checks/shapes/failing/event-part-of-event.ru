#+ focus: event:lake-forum-panel
#+ path: mh:partOfEvent
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { event:lake-forum-panel mh:partOfEvent process:lake-talks }
