#+ focus: membership:lake-union-ws-wells-member
#+ path: mh:isMembershipOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
DELETE { $this mh:isMembershipOf ?old } INSERT { $this mh:isMembershipOf place:lakeside } WHERE { $this mh:isMembershipOf ?old }
