import glob

from rdflib import Dataset

data = Dataset()
for path in glob.glob("ontology/*.ttl") + glob.glob("data/entities/*.ttl"):
    data.parse(path, format="turtle")
for path in glob.glob("data/sources/*.trig") + glob.glob("data/judgements/*.trig"):
    data.parse(path, format="trig")
data.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
for row in data.query(open("queries/events/events-addressing.rq").read()):
    print(row)
