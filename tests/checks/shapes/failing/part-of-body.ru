#+ focus:
#+   - actor:lake-union
#+   - group:ws-wells
#+ path: mh:isPartOfBody
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX person: <https://w3id.org/mhgraph/person/>
INSERT DATA { $this mh:isPartOfBody person:ada-brook }
