"""The corpus: files loaded into one store, with ledgers, rules and date bounds."""

from mhgraph.corpus.load import ALL_LEDGERS, Corpus, Ledger, load_corpus, parse_ledgers
from mhgraph.corpus.rules import Derivation, Rule

__all__ = ["ALL_LEDGERS", "Corpus", "Derivation", "Ledger", "Rule", "load_corpus", "parse_ledgers"]
