#+ focus: source:lake-report
#+ path: schema:url
PREFIX schema: <https://schema.org/>
DELETE { $this schema:url ?old } INSERT { $this schema:url <ftp://lake-union.example/?https://lake-union.example/> } WHERE { $this schema:url ?old }
