#+ focus: milestone:compact-adopted
#+ path: mh:happensTo
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:happensTo place:lakeside }
