#+ focus: event:lake-forum
#+ path: mh:isPartOfEvent
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX series: <https://w3id.org/mhgraph/series/>
INSERT DATA { $this mh:isPartOfEvent series:lake-forums }
