#+ focus: person:ada-brook
#+ path: mh:takesPartIn
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX person: <https://w3id.org/mhgraph/person/>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { person:ada-brook mh:takesPartIn process:lake-talks }
