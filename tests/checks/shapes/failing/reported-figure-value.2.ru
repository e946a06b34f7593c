#+ focus: figure:walkers
#+ path: mh:value
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:value ?old } INSERT { $this mh:value "about 450"@en } WHERE { $this mh:value ?old }
