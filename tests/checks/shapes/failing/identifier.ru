#+ focus: event:lake-forum
#+ path: dcterms:identifier
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:identifier "7"@en }
