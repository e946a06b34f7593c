#+ focus: source:lake-note#c1
#+ path: mh:hasExtent
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasExtent ?old } WHERE { $this mh:hasExtent ?old }
