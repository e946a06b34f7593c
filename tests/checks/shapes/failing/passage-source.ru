#+ focus: source:lake-note#para-1
#+ path: dcterms:isPartOf
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX source: <https://w3id.org/mhgraph/source/>
DELETE DATA { source:lake-note rdf:type mh:Source }
