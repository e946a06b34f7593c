#+ focus: instrument:global-agenda
#+ path: schema:sameAs
PREFIX schema: <https://schema.org/>
INSERT DATA { $this schema:sameAs <https://docs.un.org/en/A/RES/70> }
