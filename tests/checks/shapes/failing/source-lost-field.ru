#+ focus: source:lake-report
#+ path: mh:lostField
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
INSERT DATA { source:lake-report mh:lostField actor:lake-union }
