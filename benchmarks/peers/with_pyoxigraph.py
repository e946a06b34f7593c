"""The files of a project loaded into memory, their union copied into the default graph, and one query asked."""

import sys
from pathlib import Path

from pyoxigraph import Store

root, query, store = Path(sys.argv[1]), Path(sys.argv[2]), Store()
files = [path for pattern in ("ontology/**/*.ttl", "data/**/*.ttl", "data/**/*.trig") for path in root.glob(pattern)]
assert files, f"no files below {root}"
for path in files:
    store.bulk_load(path=path)
store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
for row in store.query(query.read_text("utf-8")):  # type: ignore[union-attr]
    print(row)
