#+ focus: place:lakeland
#+ path: dcterms:isPartOf
#+ also:
#+   - place:lakeside
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX place: <https://w3id.org/mhgraph/place/>
INSERT DATA { place:lakeland dcterms:isPartOf place:lakeside }
