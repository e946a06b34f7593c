#+ focus: event:lake-forum
#+ path: mh:differentFrom
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:differentFrom place:lakeside }
