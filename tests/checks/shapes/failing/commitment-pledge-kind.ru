#+ focus: commitment:clean-wells
#+ path: mh:hasKind
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:isPledgedBy actor:lake-union }
