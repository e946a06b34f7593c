#+ focus: source:lake-report#p01
#+ path: mh:holdsNoStatement
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { <https://w3id.org/mhgraph/source/lake-report#p01> mh:holdsNoStatement concept:nothing-heading }
