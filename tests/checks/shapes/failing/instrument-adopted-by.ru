#+ focus: instrument:lake-compact
#+ path: mh:isAdoptedBy
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:isAdoptedBy place:lakeside }
