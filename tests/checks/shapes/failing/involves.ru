#+ focus: rec:test-the-wells
#+ path: mh:involves
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:involves place:lakeside }
