#+ focus: instrument:lake-report
#+ path: mh:date|mh:dateUnknownBecause
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { instrument:lake-report mh:dateUnknownBecause concept:unknown-not-stated }
