"""The files of a project loaded into memory, their union copied into the default graph, and one query asked."""

import sys
from pathlib import Path

from rdflib import Dataset

root, query, data = Path(sys.argv[1]), Path(sys.argv[2]), Dataset()
files = [path for pattern in ("ontology/**/*.ttl", "data/**/*.ttl", "data/**/*.trig") for path in root.glob(pattern)]
assert files, f"no files below {root}"
for path in files:
    data.parse(path, format="turtle" if path.suffix == ".ttl" else "trig")
data.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
for row in data.query(query.read_text("utf-8")):
    print(row)
