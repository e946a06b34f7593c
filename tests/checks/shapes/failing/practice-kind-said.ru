#+ focus: practice:well-archive
#+ path: mh:kind
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX practice: <https://w3id.org/mhgraph/practice/>
DELETE DATA { practice:well-archive mh:kind concept:practice-repository }
