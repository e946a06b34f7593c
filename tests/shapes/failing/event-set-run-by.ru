#+ focus: event:village-walks
#+ path: mh:organizer|mh:host
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { event:village-walks mh:organizer actor:lake-union }
