#+ focus: source:lake-report#p02
#+ path: mh:fragment
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE { $this mh:fragment ?old } INSERT { $this mh:fragment "#:~:text=a%20b%20c%20d%20e%20f%20g%20h%20i" } WHERE { $this mh:fragment ?old }
