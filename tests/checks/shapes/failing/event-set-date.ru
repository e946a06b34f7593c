#+ focus: event:village-walks
#+ path: mh:startDate|mh:endDate|mh:dateUnknownBecause
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { event:village-walks mh:dateUnknownBecause concept:unknown-not-stated }
