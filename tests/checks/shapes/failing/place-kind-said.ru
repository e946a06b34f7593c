#+ focus: place:town-of-lakes
#+ path: mh:hasKind
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasKind ?old } WHERE { $this mh:hasKind ?old }
