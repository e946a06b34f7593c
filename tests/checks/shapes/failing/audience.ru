#+ focus: instrument:lake-compact
#+ path: mh:hasAudience
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { instrument:lake-compact mh:hasAudience actor:lake-union }
