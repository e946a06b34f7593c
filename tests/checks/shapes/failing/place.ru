#+ focus: place:lakeside
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { place:lakeside mh:hasRationale "Because it is so."@en }
