#+ focus: provision:lake-1a
#+ path: dcterms:isPartOf
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
INSERT DATA { provision:lake-1a mh:hasKind concept:provision-guiding-principle }
