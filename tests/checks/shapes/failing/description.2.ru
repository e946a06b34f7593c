#+ focus: position:wells-come-first
#+ path: dcterms:description
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:description "قيل مرتين."@ar }
