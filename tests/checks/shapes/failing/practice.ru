#+ focus: practice:well-school
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX practice: <https://w3id.org/mhgraph/practice/>
INSERT DATA { practice:well-school mh:hasRationale "Because it is so."@en }
