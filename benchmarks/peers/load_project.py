"""A project loaded in a few lines of pyoxigraph: all its files, and nothing checked."""

import glob
import sys

from pyoxigraph import RdfFormat, Store

root = sys.argv[1]
store = Store()
for path in glob.glob(f"{root}/ontology/**/*.ttl", recursive=True) + glob.glob(f"{root}/data/**/*.ttl", recursive=True):
    store.load(path=path, format=RdfFormat.TURTLE)
for path in glob.glob(f"{root}/data/**/*.trig", recursive=True):
    store.load(path=path, format=RdfFormat.TRIG)
print(len(store))
