#+ focus: group:ws-wells
#+ path: mh:serves
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
INSERT DATA { $this mh:serves provision:lake-1 }
