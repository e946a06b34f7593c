#+ focus: person:ada-brook
#+ path: skos:altLabel
PREFIX person: <https://w3id.org/mhgraph/person/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { person:ada-brook skos:altLabel "A. Brook" }
