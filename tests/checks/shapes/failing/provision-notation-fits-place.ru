#+ focus: provision:lake-1a
#+ path: skos:notation
PREFIX provision: <https://w3id.org/mhgraph/provision/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { provision:lake-1a skos:notation "1(a)" } ;
INSERT DATA { provision:lake-1a skos:notation "(1)a" }
