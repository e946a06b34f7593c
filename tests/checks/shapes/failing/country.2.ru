#+ focus: actor:lake-union
#+ path: mh:hasCountry
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasCountry actor:lake-states }
