#+ focus: instrument:lake-compact
#+ path: schema:sameAs
PREFIX schema: <https://schema.org/>
INSERT DATA { $this schema:sameAs <https://undocs.org/A/RES/70/1> }
