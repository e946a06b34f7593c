#+ focus: practice:well-archive
#+ path: mh:implementedBy
#+ severity: warning
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX practice: <https://w3id.org/mhgraph/practice/>
DELETE DATA { practice:well-archive mh:implementedBy actor:lake-states }
