#+ focus: source:lake-report#p02
#+ path: rdf:type
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX schema: <https://schema.org/>
INSERT DATA { $this rdf:type schema:Place }
