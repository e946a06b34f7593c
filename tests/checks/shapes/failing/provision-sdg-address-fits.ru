#+ focus: provision:goals-6-1
#+ path: skos:exactMatch
PREFIX provision: <https://w3id.org/mhgraph/provision/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { provision:goals-6-1 skos:exactMatch <http://metadata.un.org/sdg/6.1> } ;
INSERT DATA { provision:goals-6-1 skos:exactMatch <http://metadata.un.org/sdg/6.2> }
