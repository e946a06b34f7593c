import glob

from pyoxigraph import RdfFormat, Store

store = Store()
for path in glob.glob("ontology/*.ttl") + glob.glob("data/entities/*.ttl"):
    store.load(path=path, format=RdfFormat.TURTLE)
for path in glob.glob("data/sources/*.trig") + glob.glob("data/judgements/*.trig"):
    store.load(path=path, format=RdfFormat.TRIG)
store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
for row in store.query(open("queries/events/events-addressing.rq").read()):  # type: ignore[union-attr]
    print(row)
