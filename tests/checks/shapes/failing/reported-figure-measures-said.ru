#+ focus: figure:walkers
#+ path: mh:measures
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:measures ?old } WHERE { $this mh:measures ?old }
