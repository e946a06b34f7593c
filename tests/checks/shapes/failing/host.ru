#+ focus: event:lake-forum
#+ path: mh:hasHost
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:hasHost place:lakeside }
