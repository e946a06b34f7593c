#+ focus: provision:lake-1
#+ path: skos:exactMatch
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { $this skos:exactMatch "http://metadata.un.org/sdg/1" }
