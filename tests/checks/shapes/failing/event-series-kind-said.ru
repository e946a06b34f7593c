#+ focus: series:well-walks
#+ path: mh:kind
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX series: <https://w3id.org/mhgraph/series/>
DELETE DATA { series:well-walks mh:kind concept:series-annual-meetings }
