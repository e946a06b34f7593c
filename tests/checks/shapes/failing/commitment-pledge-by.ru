#+ focus: commitment:bare-pledge
#+ path: mh:isPledgedBy
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { commitment:bare-pledge mh:isPledgedBy actor:lake-states }
