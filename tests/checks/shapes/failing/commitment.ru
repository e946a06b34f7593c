#+ focus: commitment:clean-wells
#+ path: mh:hasRationale
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { commitment:clean-wells mh:hasRationale "Because it is so."@en }
