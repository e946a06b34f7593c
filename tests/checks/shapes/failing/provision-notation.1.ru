#+ focus: provision:lake-2
#+ path: skos:notation
PREFIX provision: <https://w3id.org/mhgraph/provision/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { provision:lake-2 skos:notation "2" } ;
INSERT DATA { provision:lake-2 skos:notation "2"@en }
