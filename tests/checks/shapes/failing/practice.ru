#+ focus: practice:well-school
#+ path: mh:rationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX practice: <https://w3id.org/mhgraph/practice/>
INSERT DATA { practice:well-school mh:rationale "Because it is so."@en }
