#+ focus: source:lake-report#p02
#+ path: mh:hasTextFragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:hasTextFragment ?old } INSERT { $this mh:hasTextFragment "#:~:text=a%20b%20c%20d%20e%20f%20g%20h%20i" } WHERE { $this mh:hasTextFragment ?old }
