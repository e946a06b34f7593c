#+ focus: actor:lake-union
#+ path: mh:hasCountry
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:hasCountry place:region-of-lakes }
