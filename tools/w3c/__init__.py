"""The test suites of the W3C for SPARQL and RDF, run through our command line, our parser and our checks of queries.

`python -m tools.w3c` fetches them once into a cache (`MHGRAPH_W3C` names another folder that holds them) and runs them.
"""
