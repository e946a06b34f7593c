#+ focus: figure:wells-tested
#+ path: mh:value
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:value ?old } INSERT { $this mh:value -1 } WHERE { $this mh:value ?old }
