#+ focus: commitment:quiet-boats
#+ path: dcterms:description
#+ severity: warning
PREFIX dcterms: <http://purl.org/dc/terms/>
DELETE { $this dcterms:description ?text } WHERE { $this dcterms:description ?text }
