#+ focus: position:wells-come-first
#+ path: dcterms:description
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX position: <https://w3id.org/mhgraph/position/>
INSERT DATA { position:wells-come-first dcterms:description "Said twice." }
