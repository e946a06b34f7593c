#+ focus: actor:lake-union
#+ path: mh:hasAcronym
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { actor:lake-union mh:hasAcronym "LU"^^xsd:token }
