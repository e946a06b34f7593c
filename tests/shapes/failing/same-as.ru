#+ focus: actor:lake-union
#+ path: schema:sameAs
PREFIX actor: <https://w3id.org/mhgraph/actor/>
PREFIX schema: <https://schema.org/>
INSERT DATA { actor:lake-union schema:sameAs "https://lake-union.example/" }
