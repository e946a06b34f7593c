#+ focus: rule:co-lead-is-member#00ff00ff00ff00ff
#+ path: mh:restsOn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rule: <https://w3id.org/mhgraph/rule/>
INSERT DATA { $this mh:restsOn rule:co-lead-is-member }
