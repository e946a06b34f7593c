#+ focus: place:lakeside
#+ path: rdf:type
PREFIX place: <https://w3id.org/mhgraph/place/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>
INSERT DATA { place:lakeside rdf:type schema:Place }
