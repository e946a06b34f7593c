#+ focus: source:lake-report#c1
#+ path: schema:url
PREFIX schema: <https://schema.org/>
INSERT DATA { $this schema:url <ftp://lake-union.example/> }
