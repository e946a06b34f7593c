#+ focus: rec:test-the-wells
#+ path: mh:isAddressedTo
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
INSERT DATA { rec:test-the-wells mh:isAddressedTo place:lakeland }
