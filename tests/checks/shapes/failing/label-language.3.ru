#+ focus: membership:lake-union-ws-wells-member
#+ path: rdfs:label
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
INSERT DATA { $this rdfs:label "Seat"@xx }
