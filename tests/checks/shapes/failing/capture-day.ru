#+ focus: source:lake-report#c1
#+ path: dcterms:created
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
DELETE { $this dcterms:created ?old } INSERT { $this dcterms:created "2031"^^xsd:gYear } WHERE { $this dcterms:created ?old }
