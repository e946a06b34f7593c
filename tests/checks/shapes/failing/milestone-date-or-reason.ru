#+ focus: milestone:talks-opened
#+ path: mh:date|mh:dateUnknownBecause
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
DELETE DATA { milestone:talks-opened mh:dateUnknownBecause concept:unknown-relative-only }
