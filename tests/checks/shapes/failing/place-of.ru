#+ focus: event:lake-forum
#+ path: mh:hasPlace
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasPlace actor:lake-union }
