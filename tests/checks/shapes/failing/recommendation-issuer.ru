#+ focus: rec:test-the-wells
#+ path: mh:isIssuedBy
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
DELETE DATA { rec:test-the-wells mh:isIssuedBy actor:lake-union }
