#+ focus: process:lake-talks
#+ path: mh:hasKind
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { process:lake-talks mh:hasKind concept:stance-affirms }
