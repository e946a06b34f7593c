#+ focus: place:lakeside
#+ path: dcterms:isPartOf
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { place:lakeside dcterms:isPartOf actor:lake-states }
