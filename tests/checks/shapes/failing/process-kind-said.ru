#+ focus: process:lake-review
#+ path: mh:kind
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX process: <https://w3id.org/mhgraph/process/>
DELETE DATA { process:lake-review mh:kind concept:process-review }
