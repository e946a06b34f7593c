#+ focus: source:lake-report#p02
#+ path: mh:number
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:number ?old } INSERT { $this mh:number "2" } WHERE { $this mh:number ?old }
