#+ focus: event:lake-forum
#+ path: mh:periodLabel
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-forum mh:periodLabel "in the dry season" }
