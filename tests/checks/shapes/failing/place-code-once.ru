#+ focus: place:lakeland
#+ path: skos:notation
PREFIX place: <https://w3id.org/mhgraph/place/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { place:lakeland skos:notation "LK" }
