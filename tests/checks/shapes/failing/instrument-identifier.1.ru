#+ focus: instrument:lake-compact
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX instrument: <https://w3id.org/mhgraph/instrument/>
INSERT DATA { instrument:lake-compact dcterms:identifier "WHA 70.15" }
