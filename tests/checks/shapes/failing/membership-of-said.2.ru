#+ focus: membership:lake-union-ws-wells-member
#+ path: mh:isMembershipOf
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:isMembershipOf actor:lake-states }
