#+ focus: source:lake-report
#+ path: schema:url
PREFIX schema: <https://schema.org/>
INSERT DATA { $this schema:url <ftp://lake-union.example/?https://lake-union.example/> }
