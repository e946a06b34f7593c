#+ focus: source:lake-report#c1
#+ path: mh:hasExtent
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasExtent ?old } INSERT { $this mh:hasExtent concept:standing-publisher } WHERE { $this mh:hasExtent ?old }
