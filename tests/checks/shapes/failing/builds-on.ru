#+ focus: event:lake-forum
#+ path: mh:buildsOn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:buildsOn place:lakeside }
