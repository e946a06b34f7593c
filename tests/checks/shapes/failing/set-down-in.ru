#+ focus: rec:test-the-wells
#+ path: mh:isSetDownIn
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:isSetDownIn event:lake-walk }
