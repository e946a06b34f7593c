#+ focus: figure:walkers
#+ path: mh:hasValue
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasValue ?old } INSERT { $this mh:hasValue "about 450"@en } WHERE { $this mh:hasValue ?old }
