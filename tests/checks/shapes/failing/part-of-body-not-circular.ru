#+ focus:
#+   - actor:lake-states
#+   - group:ws-wells
#+ path: mh:isPartOfBody
#+ also:
#+   - actor:lake-states
#+   - actor:lake-union
#+   - group:ws-wells
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX group: <https://w3id.org/mhgraph/group/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { actor:lake-states mh:isPartOfBody group:ws-wells }
