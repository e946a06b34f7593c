#+ focus: commitment:clean-wells
#+ path: mh:kind
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:pledgedBy actor:lake-union }
