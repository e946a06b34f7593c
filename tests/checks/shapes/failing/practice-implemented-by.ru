#+ focus: practice:well-school
#+ path: mh:isImplementedBy
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:isImplementedBy place:lakeside }
