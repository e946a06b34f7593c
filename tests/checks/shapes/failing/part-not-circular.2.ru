#+ focus: rec:walk-more
#+ path: dcterms:isPartOf
#+ also:
#+   - rec:test-the-wells
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
INSERT DATA { rec:walk-more dcterms:isPartOf rec:test-the-wells }
