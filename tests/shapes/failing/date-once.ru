#+ focus: instrument:lake-compact
#+ path: mh:date
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
INSERT DATA { instrument:lake-compact mh:date "2032"^^xsd:gYear }
