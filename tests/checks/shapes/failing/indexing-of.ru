#+ focus: source:lake-report#p02-index
#+ path: mh:restsOn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
DELETE { $this mh:restsOn ?old } INSERT { $this mh:restsOn source:lake-report } WHERE { $this mh:restsOn ?old }
