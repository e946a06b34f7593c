"""A project loaded in a few lines of pyoxigraph: all its files, and nothing checked."""

import sys
from pathlib import Path

from pyoxigraph import Store

root, store = Path(sys.argv[1]), Store()
files = [path for pattern in ("ontology/**/*.ttl", "data/**/*.ttl", "data/**/*.trig") for path in root.glob(pattern)]
assert files, f"no files below {root}"
for path in files:
    store.load(path=path)
print(len(store))
