#+ focus: commitment:ten-wells
#+ path: dcterms:description
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX dcterms: <http://purl.org/dc/terms/>
DELETE DATA { commitment:ten-wells dcterms:description "Ten wells a year, dug by the union and its members."@en }
