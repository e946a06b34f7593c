#+ focus: commitment:clean-wells
#+ path: mh:binds
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { commitment:clean-wells mh:binds place:lakeland }
