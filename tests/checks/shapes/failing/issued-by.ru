#+ focus:
#+   - instrument:lake-compact
#+   - rec:test-the-wells
#+ path: mh:issuedBy
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:issuedBy concept:constituency-states }
