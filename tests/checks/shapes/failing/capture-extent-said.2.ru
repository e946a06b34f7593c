#+ focus: source:lake-report#c1
#+ path: mh:hasExtent
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:hasExtent concept:extent-body-only }
