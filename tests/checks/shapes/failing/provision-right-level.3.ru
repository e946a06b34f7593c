#+ focus: provision:lake-2
#+ path: dcterms:isPartOf
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
INSERT DATA { provision:lake-2 mh:hasKind concept:provision-target }
