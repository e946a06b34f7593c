#+ focus: commitment:quiet-boats
#+ path: ^mh:serves
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX practice: <https://w3id.org/mhgraph/practice/>
DELETE DATA { practice:well-school mh:serves commitment:quiet-boats }
