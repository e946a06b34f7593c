#+ focus: event:lake-forum
#+ path: mh:isInSeries
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { event:lake-forum mh:isInSeries process:lake-talks }
