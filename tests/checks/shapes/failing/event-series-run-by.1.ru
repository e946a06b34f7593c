#+ focus: series:well-walks
#+ path: mh:organizer
#+ severity: warning
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { event:well-walk-2030 mh:organizer actor:lake-union }
