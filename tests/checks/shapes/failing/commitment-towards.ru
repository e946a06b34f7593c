#+ focus: commitment:clean-wells
#+ path: mh:towards
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { commitment:clean-wells mh:towards actor:lake-union }
