#+ focus: rule:co-lead-is-member
#+ path: mh:rationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rule: <https://w3id.org/mhgraph/rule/>
INSERT DATA { rule:co-lead-is-member mh:rationale "Because it is so."@en }
