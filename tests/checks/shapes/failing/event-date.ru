#+ focus: event:lake-walk
#+ path: mh:startDate|mh:endDate|mh:dateUnknownBecause
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { event:lake-walk mh:dateUnknownBecause concept:unknown-lost }
