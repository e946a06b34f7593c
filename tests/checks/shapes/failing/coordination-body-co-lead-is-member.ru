#+ focus: group:ws-wells
#+ path: mh:coLead
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { group:ws-wells mh:member actor:lake-union }
