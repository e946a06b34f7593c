"""mhgraph: a knowledge graph of migration-health governance.

Every statement stands in the named graph of the passage that says it; facts are in the default graph.
Start with `mhgraph.graph.load_corpus` and `mhgraph.questions.ask`.
"""

__version__ = "0.1.0"
