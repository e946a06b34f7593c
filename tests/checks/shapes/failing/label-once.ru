#+ focus:
#+   - actor:lake-union
#+   - commitment:clean-wells
#+   - concept:topic-water
#+   - event:lake-forum
#+   - event:village-walks
#+   - figure:walkers
#+   - group:ws-wells
#+   - instrument:lake-compact
#+   - judgement:wells-mean-lake-1
#+   - membership:lake-union-ws-wells-member
#+   - milestone:compact-adopted
#+   - participation:brook-lake-forum
#+   - person:ada-brook
#+   - place:lakeside
#+   - position:wells-come-first
#+   - practice:well-school
#+   - process:lake-talks
#+   - provision:lake-1
#+   - rec:test-the-wells
#+   - rule:co-lead-is-member
#+   - scheme:topic
#+   - series:lake-forums
#+ path: rdfs:label
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT DATA { $this rdfs:label "Another name"@en }
