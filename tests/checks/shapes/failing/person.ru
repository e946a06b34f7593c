#+ focus: person:ada-brook
#+ path: mh:rationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX person: <https://w3id.org/mhgraph/person/>
INSERT DATA { person:ada-brook mh:rationale "Because it is so."@en }
