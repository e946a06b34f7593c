#+ focus: provision:lake-1
#+ path: mh:binds
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:binds place:lakeside }
