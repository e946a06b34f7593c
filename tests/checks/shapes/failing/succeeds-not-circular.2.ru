#+ focus: group:old-wells
#+ path: mh:succeeds
#+ also:
#+   - group:ws-wells
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { group:old-wells mh:succeeds group:ws-wells }
