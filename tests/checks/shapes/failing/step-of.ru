#+ focus: event:lake-forum
#+ path: mh:isStepOf
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX series: <https://w3id.org/mhgraph/series/>
INSERT DATA { event:lake-forum mh:isStepOf series:lake-forums }
