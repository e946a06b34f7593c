"""The graph: files loaded into a store with ledgers, rules and days; labels, names and evidence asked in batches."""

from mhgraph.graph.base import BaseGraph
from mhgraph.graph.build import load_graph
from mhgraph.graph.ledgers import ALL_LEDGERS, Ledger, list_ledgers, parse_ledgers
from mhgraph.graph.rules import Derivation, Rule

__all__ = [
    "ALL_LEDGERS",
    "BaseGraph",
    "Derivation",
    "Ledger",
    "Rule",
    "list_ledgers",
    "load_graph",
    "parse_ledgers",
]
