#+ focus: rec:walk-more
#+ path: rdfs:label
#+ severity: warning
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX rec: <https://w3id.org/mhgraph/rec/>
DELETE DATA { rec:walk-more rdfs:label "Walk more"@en } ;
INSERT DATA { rec:walk-more rdfs:label "Walk more and row less on each day of the week and in each of the villages around the lake of ours"@en }
