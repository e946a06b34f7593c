#+ focus: place:lakeside
#+ path: mh:rationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { place:lakeside mh:rationale "Because it is so."@en }
