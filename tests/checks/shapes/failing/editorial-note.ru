#+ focus: place:lakeside
#+ path: skos:editorialNote
PREFIX place: <https://w3id.org/mhgraph/place/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { place:lakeside skos:editorialNote "The town moved." }
