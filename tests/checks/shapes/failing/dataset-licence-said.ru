#+ focus: https://w3id.org/mhgraph/dataset
#+ path: dcterms:license
PREFIX dcterms: <http://purl.org/dc/terms/>
DELETE { $this dcterms:license ?old } WHERE { $this dcterms:license ?old }
