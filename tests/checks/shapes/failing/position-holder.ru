#+ focus: position:wells-are-enough
#+ path: mh:isHeldBy|mh:isMadeAt|mh:isSetDownIn
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX position: <https://w3id.org/mhgraph/position/>
DELETE DATA { position:wells-are-enough mh:isSetDownIn instrument:lake-report }
