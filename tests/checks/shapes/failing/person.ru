#+ focus: person:ada-brook
#+ path: mh:hasRationale
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX person: <https://w3id.org/mhgraph/person/>
INSERT DATA { person:ada-brook mh:hasRationale "Because it is so."@en }
