#+ focus: https://w3id.org/mhgraph/dataset
#+ path: dcat:version
PREFIX dcat: <http://www.w3.org/ns/dcat#>
DELETE { $this dcat:version ?old } INSERT { $this dcat:version "one" } WHERE { $this dcat:version ?old }
