#+ focus: figure:walkers
#+ path: mh:isReportedBy
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:isReportedBy concept:constituency-states }
