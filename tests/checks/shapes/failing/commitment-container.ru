#+ focus: commitment:clean-wells
#+ path: mh:containedIn|mh:pledgedBy
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { commitment:clean-wells mh:containedIn instrument:lake-compact }
