#+ focus: event:lake-picnic
#+ path: mh:organizer
#+ severity: warning
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX source: <https://w3id.org/mhgraph/source/>
DELETE DATA { source:lake-note mh:lostField mh:organizer }
