#+ focus:
#+   - concept:topic-water
#+   - scheme:topic
#+ path: skos:prefLabel
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { $this skos:prefLabel "Waters"@en }
