#+ focus: figure:wells-tested
#+ path: mh:hasValue
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasValue ?old } INSERT { $this mh:hasValue -1 } WHERE { $this mh:hasValue ?old }
