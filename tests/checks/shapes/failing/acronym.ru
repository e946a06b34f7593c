#+ focus: actor:lake-union
#+ path: mh:acronym
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { actor:lake-union mh:acronym "LU"^^xsd:token }
