#+ focus: person:ada-brook
#+ path: rdfs:label
#+ severity: warning
PREFIX person: <https://w3id.org/mhgraph/person/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
DELETE DATA { person:ada-brook rdfs:label "Ada Brook"@en } ;
INSERT DATA { person:ada-brook rdfs:label "Dr. Ada Brook"@en }
