#+ focus: milestone:compact-adopted
#+ path: mh:happensTo
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:happensTo actor:lake-union }
