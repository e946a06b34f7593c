"""Ledgers: on what ground a statement stands."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from pyoxigraph import NamedNode

from mhgraph.errors import InvalidValue
from mhgraph.model import DERIVATION, INDEXING, JUDGEMENT_CLASS, PASSAGE, RECORD
from mhgraph.namespaces import CONCEPT


class Ledger(Enum):
    """On what ground a statement stands; the order is from strongest to weakest.

    Stated: the document says it. Indexed: a curator files it so, by subject. Judged: a curator concludes it.
    Inferred: a rule derives it.
    """

    STATED = "stated"
    INDEXED = "indexed"
    JUDGED = "judged"
    INFERRED = "inferred"

    @property
    def graph_class(self) -> NamedNode:
        """The class of the graphs of this ledger."""
        return _GRAPH_CLASSES[self]

    @property
    def concept(self) -> NamedNode:
        """The concept that stands for this ledger."""
        return NamedNode(f"{CONCEPT}ledger-{self.value}")

    @property
    def rank(self) -> int:
        """The place in the order: 0 for the strongest."""
        return _RANKS[self]


_GRAPH_CLASSES = {
    Ledger.STATED: PASSAGE,
    Ledger.INDEXED: INDEXING,
    Ledger.JUDGED: JUDGEMENT_CLASS,
    Ledger.INFERRED: DERIVATION,
}

LEDGER_OF_CLASS = {**{ledger.graph_class.value: ledger for ledger in Ledger}, RECORD.value: Ledger.STATED}
"""The ledger of each class of graphs, by the IRI of the class."""

_RANKS = {ledger: rank for rank, ledger in enumerate(Ledger)}

ALL_LEDGERS = frozenset(Ledger)


def parse_ledgers(text: str) -> frozenset[Ledger]:
    """Return the ledgers named in a comma-separated list.

    Raises:
        InvalidValue: a name is none of a ledger, or there is no name.

    >>> sorted(ledger.value for ledger in parse_ledgers("stated,judged"))
    ['judged', 'stated']
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    known = {ledger.value: ledger for ledger in Ledger}
    wrong = [name for name in names if name not in known]
    if wrong or not names:
        raise InvalidValue("ledger", text, "one or more of " + ", ".join(known))
    return frozenset(known[name] for name in names)


def list_ledgers(ledgers: Iterable[Ledger]) -> str:
    """Return the names of ledgers, the strongest first.

    >>> list_ledgers({Ledger.JUDGED, Ledger.STATED})
    'stated, judged'
    """
    chosen = frozenset(ledgers)
    return ", ".join(ledger.value for ledger in Ledger if ledger in chosen)
