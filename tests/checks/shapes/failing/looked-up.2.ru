#+ focus: event:lake-forum
#+ path: dcterms:source
PREFIX dcterms: <http://purl.org/dc/terms/>
INSERT DATA { $this dcterms:source <urn:isbn:7> }
