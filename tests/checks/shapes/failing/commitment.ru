#+ focus: commitment:clean-wells
#+ path: mh:rationale
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { commitment:clean-wells mh:rationale "Because it is so."@en }
