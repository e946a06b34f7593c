#+ focus: source:lake-report#p02
#+ path: rdf:type
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
DELETE { $this rdf:type ?old } INSERT { $this rdf:type mh:Record } WHERE { $this rdf:type ?old }
