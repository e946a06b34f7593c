#+ focus: place:lakeside
#+ path: rdfs:label
PREFIX place: <https://w3id.org/mhgraph/place/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT DATA { place:lakeside rdfs:label "Lakeside" }
