#+ focus: provision:lake-2
#+ path: dcterms:title
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:title "Objectif 3 : Bateaux"@fr }
