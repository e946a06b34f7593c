#+ focus: source:lake-report
#+ path: schema:url
PREFIX schema: <https://schema.org/>
PREFIX source: <https://w3id.org/mhgraph/source/>
INSERT DATA { source:lake-report schema:url <ftp://lake-union.example/report> }
