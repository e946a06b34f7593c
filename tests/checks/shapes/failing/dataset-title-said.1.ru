#+ focus: https://w3id.org/mhgraph/dataset
#+ path: dcterms:title
PREFIX dcterms: <http://purl.org/dc/terms/>
DELETE { $this dcterms:title ?old } WHERE { $this dcterms:title ?old }
