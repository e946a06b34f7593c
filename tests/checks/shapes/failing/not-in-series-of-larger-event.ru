#+ focus:
#+   - event:river-boats
#+   - event:river-days-evening
#+ path: mh:isInSeries
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX series: <https://w3id.org/mhgraph/series/>
INSERT DATA { $this mh:isInSeries series:boat-nights }
