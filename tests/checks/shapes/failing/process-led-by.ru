#+ focus: process:lake-talks
#+ path: mh:isLedBy
PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX place: <https://w3id.org/mhgraph/place/>
PREFIX process: <https://w3id.org/mhgraph/process/>
INSERT DATA { process:lake-talks mh:isLedBy place:lakeland }
