#+ focus: commitment:clean-wells
#+ path: mh:hasDeadline
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE DATA { commitment:clean-wells mh:hasDeadline "2035"^^xsd:gYear } ;
INSERT DATA { commitment:clean-wells mh:hasDeadline "2031Z"^^xsd:gYear }
