#+ focus: source:lake-report#p02
#+ path: mh:number
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:number 3 }
