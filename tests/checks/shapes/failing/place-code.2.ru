#+ focus: place:region-of-lakes
#+ path: skos:notation
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE { $this skos:notation ?old } INSERT { $this skos:notation "99x" } WHERE { $this skos:notation ?old }
