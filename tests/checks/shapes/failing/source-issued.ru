#+ focus: source:lake-report
#+ path: dcterms:issued
PREFIX dcterms: <http://purl.org/dc/terms/>
DELETE { $this dcterms:issued ?old } INSERT { $this dcterms:issued "June" } WHERE { $this dcterms:issued ?old }
