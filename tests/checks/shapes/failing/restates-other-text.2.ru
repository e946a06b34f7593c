#+ focus: rec:count-the-wells
#+ path: mh:restates
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX provision: <https://w3id.org/mhgraph/provision/>
INSERT DATA { $this mh:restates provision:lake-1a }
