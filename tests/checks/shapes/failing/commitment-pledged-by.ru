#+ focus: commitment:bare-pledge
#+ path: mh:isPledgedBy
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:isPledgedBy place:lakeside }
