#+ focus: event:lake-walk
#+ path: mh:kind
#+ severity: warning
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { event:lake-walk mh:kind concept:event-side-event }
