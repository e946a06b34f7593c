#+ focus: event:lake-forum
#+ path: mh:expectedAudience
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { event:lake-forum mh:expectedAudience actor:lake-union }
