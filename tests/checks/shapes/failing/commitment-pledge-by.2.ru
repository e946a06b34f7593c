#+ focus: commitment:quiet-boats
#+ path: mh:isPledgedBy
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { commitment:quiet-boats mh:isPledgedBy actor:lake-states }
