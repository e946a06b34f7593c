#+ focus: actor:shore-union
#+ path: mh:succeeds
#+ also:
#+   - actor:lake-union
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { actor:shore-union mh:succeeds actor:lake-union }
