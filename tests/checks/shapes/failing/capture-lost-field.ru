#+ focus: source:lake-report#c1
#+ path: mh:hasLostField
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasLostField "Place"@en }
