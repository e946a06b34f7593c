#+ focus: event:lake-forum
#+ path: mh:hasAim
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasAim "الهدف"@ar }
