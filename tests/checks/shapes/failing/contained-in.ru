#+ focus: commitment:clean-wells
#+ path: mh:containedIn
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { commitment:clean-wells mh:containedIn event:lake-forum }
