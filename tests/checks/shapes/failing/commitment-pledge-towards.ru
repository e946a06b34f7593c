#+ focus: commitment:bare-pledge
#+ path: mh:concerns|mh:addresses|mh:bearsOn
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
DELETE DATA { commitment:bare-pledge mh:addresses provision:lake-2 }
