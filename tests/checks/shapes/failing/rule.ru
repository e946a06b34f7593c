#+ focus: rule:co-lead-is-member
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rule: <https://w3id.org/mhgraph/rule/>
INSERT DATA { rule:co-lead-is-member mh:hasRationale "Because it is so."@en }
