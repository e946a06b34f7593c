#+ focus: source:lake-report#p01
#+ path: mh:number
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { <https://w3id.org/mhgraph/source/lake-report#p01> mh:number 1 } ;
INSERT DATA { <https://w3id.org/mhgraph/source/lake-report#p01> mh:number 2 }
