#+ focus: position:wells-come-first
#+ path: mh:isHeldBy
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:isHeldBy place:lakeside }
