#+ focus: place:lakeland
#+ path: skos:notation
PREFIX place: <https://w3id.org/mhgraph/place/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { place:lakeland skos:notation "LA" } ;
INSERT DATA { place:lakeland skos:notation "LA"@en }
