#+ focus: source:lake-report#p02-index
#+ path: mh:restsOn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:restsOn ?old } WHERE { $this mh:restsOn ?old }
