#+ focus: source:lake-atlas#p01
#+ path: dcterms:isPartOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
DELETE DATA { source:lake-atlas a mh:Source }
