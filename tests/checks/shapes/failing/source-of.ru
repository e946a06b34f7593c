#+ focus: source:lake-report
#+ path: mh:isSourceOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:isSourceOf place:lakeside }
