"""The files of a project loaded into memory, their union copied into the default graph, and one query asked."""

import sys
from pathlib import Path

from pyoxigraph import Store

root, query = Path(sys.argv[1]), Path(sys.argv[2])
store = Store()
for path in [*root.glob("ontology/**/*.ttl"), *root.glob("data/**/*.ttl"), *root.glob("data/**/*.trig")]:
    store.bulk_load(path=path)
store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
for row in store.query(query.read_text("utf-8")):  # type: ignore[union-attr]
    print(row)
