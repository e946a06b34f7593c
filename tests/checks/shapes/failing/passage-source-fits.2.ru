#+ focus: source:lake-report#p02
#+ path: dcterms:isPartOf
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX source: <https://w3id.org/mhgraph/source/>
DELETE { $this dcterms:isPartOf ?old } INSERT { $this dcterms:isPartOf source:lake-note } WHERE { $this dcterms:isPartOf ?old }
