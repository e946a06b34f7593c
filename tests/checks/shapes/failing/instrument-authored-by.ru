#+ focus: instrument:lake-compact
#+ path: mh:isAuthoredBy
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:isAuthoredBy place:lakeside }
