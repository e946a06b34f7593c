#+ focus: source:lake-report
#+ path: mh:isTranslationOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { $this mh:isTranslationOf place:lakeside }
