#+ focus: source:lake-report
#+ path: schema:url
PREFIX schema: <https://schema.org/>
INSERT DATA { $this schema:url <https://lake-union.example/other> }
