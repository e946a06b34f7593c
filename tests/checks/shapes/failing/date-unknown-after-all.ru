#+ focus:
#+   - event:lake-forum
#+   - event:village-walks-2030
#+   - event:lake-race
#+   - event:river-days
#+   - instrument:old-pact
#+   - milestone:pact-noted
#+   - figure:boats-pledged
#+ path: mh:dateUnknownBecause
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { $this mh:dateUnknownBecause concept:unknown-not-stated }
