#+ focus: membership:lake-union-ws-wells-member
#+ path: mh:isIn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { $this mh:isIn process:lake-talks }
