#+ focus: instrument:global-agenda
#+ path: schema:sameAs
PREFIX schema: <https://schema.org/>
INSERT DATA { $this schema:sameAs <https://undocs.org/A/RES/70/11> }
