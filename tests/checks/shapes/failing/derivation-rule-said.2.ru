#+ focus: rule:co-lead-is-member#00ff00ff00ff00ff
#+ path: mh:isDerivedBy
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rule: <https://w3id.org/mhgraph/rule/>
INSERT DATA { $this mh:isDerivedBy rule:host-takes-part }
