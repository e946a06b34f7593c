#+ focus:
#+   - event:village-walks
#+   - event:lake-forum
#+   - milestone:compact-adopted
#+ path: mh:precedes
#+ also:
#+   - event:village-walks
#+   - event:lake-forum
#+   - milestone:compact-adopted
#+   - milestone:talks-opened
PREFIX event: <https://w3id.org/mhgraph/event/>
PREFIX milestone: <https://w3id.org/mhgraph/milestone/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
INSERT DATA { milestone:talks-opened mh:precedes event:village-walks }
