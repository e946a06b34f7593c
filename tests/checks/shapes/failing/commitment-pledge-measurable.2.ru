#+ focus: commitment:quiet-boats
#+ path: ^mh:isAbout
#+ severity: warning
PREFIX commitment: <https://w3id.org/mhgraph/commitment/>
PREFIX figure: <https://w3id.org/mhgraph/figure/>
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
DELETE DATA { figure:wells-pledged mh:isAbout commitment:quiet-boats }
