#+ focus: figure:wells-tested
#+ path: mh:isReportedBy
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { figure:wells-tested mh:isReportedBy actor:lake-union }
