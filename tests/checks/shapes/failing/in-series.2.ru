#+ focus: event:village-walks
#+ path: mh:isInSeries
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:isInSeries place:lakeside }
