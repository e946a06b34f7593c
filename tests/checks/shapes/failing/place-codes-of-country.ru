#+ focus: place:lakeland
#+ path: skos:notation
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
DELETE DATA { $this skos:notation "LAK" }
