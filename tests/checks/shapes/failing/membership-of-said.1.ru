#+ focus: membership:lake-union-ws-wells-member
#+ path: mh:isMembershipOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:isMembershipOf ?old } WHERE { $this mh:isMembershipOf ?old }
