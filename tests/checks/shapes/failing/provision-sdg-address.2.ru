#+ focus: provision:lake-1
#+ path: skos:exactMatch
PREFIX provision: <https://w3id.org/mhgraph/provision/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { provision:lake-1 skos:exactMatch "6" }
