"""RDF and SPARQL without a store: terms, Turtle and TriG, the canonical form, queries as text, headers of queries."""
