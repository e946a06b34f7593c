#+ focus: place:region-of-lakes
#+ path: skos:notation
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
INSERT DATA { $this skos:notation "997" }
