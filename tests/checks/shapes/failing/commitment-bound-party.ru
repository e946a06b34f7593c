#+ focus: commitment:clean-wells
#+ severity: warning
#+ path: mh:binds|mh:isPledgedBy
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { commitment:clean-wells mh:binds concept:constituency-states }
