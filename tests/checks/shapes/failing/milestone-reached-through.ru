#+ focus: milestone:compact-adopted
#+ path: mh:isReachedThrough
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:isReachedThrough place:lakeside }
