#+ focus: actor:lake-union
#+ path: mh:succeeds
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:succeeds place:lakeside }
