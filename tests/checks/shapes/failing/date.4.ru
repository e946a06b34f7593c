#+ focus: commitment:clean-wells
#+ path: mh:hasDate
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasDate ?old } INSERT { $this mh:hasDate "2031" } WHERE { $this mh:hasDate ?old }
