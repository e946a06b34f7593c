#+ focus:
#+   - event:lake-walk
#+   - event:village-boats
#+   - instrument:boat-code
#+   - milestone:report-noted
#+   - figure:walkers
#+ path: mh:dateUnknownBecause
PREFIX concept: <https://w3id.org/mhgraph/concept/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:dateUnknownBecause ?old } INSERT { $this mh:dateUnknownBecause concept:nothing-context } WHERE { $this mh:dateUnknownBecause ?old }
