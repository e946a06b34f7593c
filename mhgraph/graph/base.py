"""The graph below every interface: a store with its ledgers, asked in batches. Nothing above asks triple by triple."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from mhgraph.graph.coverage import (
    SourceCoverage,
    Statistics,
    count_sources,
    read_coverage,
    read_date,
    read_statistics,
)
from mhgraph.graph.describe import Description, describe
from mhgraph.graph.evidence import Location, Support, find_evidence, locate, read_statements
from mhgraph.graph.identity import Identities
from mhgraph.graph.labels import LANGUAGES, read_labels
from mhgraph.graph.ledgers import ALL_LEDGERS, Ledger
from mhgraph.graph.names import Match, NameIndex
from mhgraph.graph.references import Reference, read_references
from mhgraph.graph.rules import Derivation, Rule, explain
from mhgraph.graph.second_hand import Telling, find_tellers
from mhgraph.model import Model
from mhgraph.project.folders import Project
from mhgraph.stores import Solutions, Store
from mhgraph.stores.guard import GuardedStore

if TYPE_CHECKING:
    import rdflib


class BaseGraph:
    """A loaded graph: its store, the ledgers and rules it was loaded with, its model, project, and what was merged.

    The project is where questions come from; of a graph behind an endpoint (`is_remote`) it has no data. `guarded` is
    the store as queries and rules see it that are not ours; `names` has the names of all entities; `second_opinion`
    tells that only judgements which two people signed were let in.
    """

    def __init__(
        self,
        store: Store,
        ledgers: frozenset[Ledger],
        model: Model,
        rules: tuple[Rule, ...],
        project: Project,
        identities: Identities,
        guarded: GuardedStore | None = None,
        *,
        names: NameIndex | None = None,
        second_opinion: bool = False,
        is_remote: bool = False,
    ) -> None:
        self.store = store
        self.ledgers = ledgers
        self.model = model
        self.rules = rules
        self.project = project
        self.identities = identities
        self.guarded = guarded or GuardedStore(store)
        self.names = names or NameIndex(store, identities)
        self.second_opinion = second_opinion
        self.is_remote = is_remote

    @property
    def is_complete(self) -> bool:
        """Whether nothing was left out: no ledger, no judgement for want of a second signature.

        Or nothing can be added: an endpoint holds what it holds.
        """
        return self.is_remote or (self.ledgers == ALL_LEDGERS and not self.second_opinion)

    def labels(self, iris: Iterable[str], language: str = LANGUAGES[0]) -> dict[str, str]:
        """Return what things are called, by IRI; its short name, for a thing without a label. One query for 4,000."""
        return read_labels(self.store, iris, language, self._merged)

    def label(self, iri: str, language: str = LANGUAGES[0]) -> str:
        """Return what one thing is called; for several, ask `labels` once."""
        return self.labels([iri], language)[iri]

    def evidence(self, statements: Iterable[Triple]) -> dict[Triple, tuple[Support, ...]]:
        """Return the supports of statements, strongest ledger first; see `find_evidence` for how many queries."""
        return find_evidence(self.store, statements, self.identities)

    def statements(self) -> dict[Triple, tuple[Support, ...]]:
        """Return every statement of every ledger with its supports: two queries, when first asked for."""
        return self._statements

    def explain(self, conclusions: Sequence[Triple]) -> dict[Triple, list[Derivation]]:
        """Return the derivations of inferred statements: one query for each rule."""
        return explain(self.store, self.guarded, self.rules, conclusions)

    def locate(self, passages: Iterable[str]) -> dict[str, Location]:
        """Return where passages are, with their links: one query."""
        return locate(self.store, passages)

    def cite(self, passages: Iterable[str], language: str = LANGUAGES[0]) -> dict[str, Reference]:
        """Return passages or sources as footnotes cite them: three queries."""
        return read_references(self.store, passages, language)

    def tellers(self, tellings: Iterable[Telling]) -> dict[Telling, tuple[str, ...]]:
        """Return who tells at second hand what passages say of things: one query; see `find_tellers`."""
        return find_tellers(self.store, tellings, self.identities)

    def describe(self, iri: str) -> Description:
        """Return all that is said of an entity, under any of its names, or by a passage, judgement or rule."""
        return describe(self, self.identities.canonical.get(NamedNode(iri), NamedNode(iri)).value)

    def resolve(self, name: str, classes: Collection[NamedNode] = (), *, expected: str = "entity") -> NamedNode:
        """Return the entity that a name means. Raises UnknownName or AmbiguousName; see `NameIndex.resolve`."""
        return self.names.resolve(name, classes, expected=expected)

    def find(self, words: str, classes: Collection[NamedNode] = ()) -> list[Match]:
        """Return the entities whose names are near some words, in any language, best first."""
        return self.names.search(words, classes)

    def select(self, query: str) -> Solutions:
        """Return the solutions of a SELECT query of ours. Raises InvalidQuery."""
        return self.store.select(query)

    def count_sources(self) -> int:
        """Return how many sources there are: one query."""
        return count_sources(self.store)

    def coverage(self) -> list[SourceCoverage]:
        """Return how far each source was read, by key: two queries. Needs the stated ledger."""
        return read_coverage(self.store)

    def statistics(self) -> Statistics:
        """Return the graph in numbers."""
        return read_statistics(self.store, self.ledgers)

    @cached_property
    def date(self) -> str:
        """The date of the data (`YYYY-MM-DD`), or "" if nothing is dated; see `read_date`."""
        return read_date(self.store)

    @cached_property
    def _merged(self) -> frozenset[str]:
        return frozenset(name.value for name in self.identities.canonical)

    @cached_property
    def _statements(self) -> dict[Triple, tuple[Support, ...]]:
        return read_statements(self.store, self.identities)

    def flat(self) -> bytes:
        """Return the flat view (facts, names, schema) as N-Triples in UTF-8, in no fixed order."""
        return serialize((quad.triple for quad in self.store.dump([""])), format=RdfFormat.N_TRIPLES) or b""

    def quads(self) -> list[Quad]:
        """Return all quads, in no fixed order."""
        return list(self.store.dump())

    def to_rdflib(self) -> rdflib.Graph:
        """Return the flat view (facts, names, schema) as an rdflib Graph: a copy, whose changes change nothing here.

        What rdflib would log of ill-typed literals is kept off standard error: `integrity` reports them.
        """
        import logging

        import rdflib

        logging.getLogger("rdflib").addHandler(logging.NullHandler())
        return rdflib.Graph().parse(data=self.flat(), format="nt")
