#+ focus: milestone:compact-adopted
#+ path: mh:isActOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:isActOf place:lakeside }
