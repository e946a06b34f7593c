#+ focus: source:lake-report
#+ path: dcterms:publisher
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX source: <https://w3id.org/mhgraph/source/>
DELETE DATA { source:lake-report dcterms:publisher actor:lake-union }
