#+ focus: https://w3id.org/mhgraph/dataset
#+ path: dcat:version
PREFIX dcat: <http://www.w3.org/ns/dcat#>
INSERT DATA { $this dcat:version "1.2.1" }
