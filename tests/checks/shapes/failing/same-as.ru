#+ focus:
#+   - actor:lake-union
#+   - instrument:lake-compact
#+ path: schema:sameAs
PREFIX schema: <https://schema.org/>
INSERT DATA { $this schema:sameAs "https://lake-union.example/" }
