"""What of each source was read: paragraphs with statements, with none, unread; and what a graph holds in numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from mhgraph.graph.ledgers import LEDGER_OF_CLASS, Ledger
from mhgraph.model import (
    AWAITS_READING,
    COMPUTED,
    CURATION_DATE,
    DERIVATION,
    EXTENT,
    HOLDS_NO_STATEMENT,
    IDENTITY,
    INDEX_SUFFIX,
    INDEXING,
    IS_CAPTURE_OF,
    LEAVES_OUT,
    PASSAGE,
    SOURCE_CLASS,
)
from mhgraph.namespaces import CONCEPT, DATASET, DCTERMS, MH, PREFIXES, SOURCE, to_curie
from mhgraph.rdf.terms import LABEL, TYPE, Term, natural_key
from mhgraph.stores import Store

_PART_OF = NamedNode(f"{DCTERMS}isPartOf")
_MODIFIED = NamedNode(f"{DCTERMS}modified")
VERSION = NamedNode(f"{PREFIXES['dcat']}version")
CONFORMS_TO = NamedNode(f"{DCTERMS}conformsTo")
"""From a dump to the version of the ontology in which it speaks."""

_DATASET = NamedNode(DATASET)
_EXTENT = f"{CONCEPT}extent-"
_EXTENTS = ("whole", "body-only", "excerpt", "none")
"""How much of a text a capture holds, the most first."""


@dataclass(frozen=True)
class SourceCoverage:
    """How far one source was read.

    `extent` is that of its fullest capture: whole, body-only, excerpt or none. The counts are of described passages;
    those in part are among those with statements, and leave something out on purpose. `unread` names the unread ones,
    among them those that have changed since they were read, whatever they hold; `statements` counts statements in
    passages, types and labels left out.
    """

    key: str
    extent: str
    with_statements: int
    with_none: int
    unread: tuple[str, ...]
    statements: int
    in_part: int = 0

    @property
    def passages(self) -> int:
        """The number of described passages."""
        return self.with_statements + self.with_none + len(self.unread)

    @property
    def remark(self) -> str:
        """One sentence for people."""
        parts = [f"unread: {', '.join(self.unread)}"] if self.unread else []
        if self.extent not in ("whole", "body-only"):
            parts.insert(0, f"{self.passages} passages, the rest not at hand")
        elif not parts:
            parts.append("read whole" if self.extent == "whole" else "the body read whole")
        return "; ".join(parts)


@dataclass(frozen=True)
class Statistics:
    """A graph in numbers; `version` and `dated` are those of the data."""

    version: str
    dated: str
    by_class: dict[str, int]
    by_ledger: dict[str, int]
    sources: int
    triples: int


def read_coverage(store: Store) -> list[SourceCoverage]:
    """Return the coverage of every source, by key: two queries. Needs the stated ledger."""
    counts = _count_statements(store)
    extents: dict[str, str] = {}
    passages: defaultdict[str, set[str]] = defaultdict(set)
    silent: set[str] = set()
    partly: set[str] = set()
    changed: set[str] = set()
    query = f"""SELECT DISTINCT ?source ?extent ?passage ?silent ?left_out ?change WHERE {{ ?source a {SOURCE_CLASS} .
      OPTIONAL {{ ?capture {IS_CAPTURE_OF} ?source ; {EXTENT} ?extent }}
      OPTIONAL {{
        ?passage {_PART_OF} ?source ; a {PASSAGE} .
        OPTIONAL {{ ?passage {HOLDS_NO_STATEMENT} ?silent }}
        OPTIONAL {{ ?passage {LEAVES_OUT} ?left_out }}
        OPTIONAL {{ ?passage {AWAITS_READING} ?change }}
      }} }}"""
    for source, extent, passage, reason, left_out, change in store.select(query).rows:
        if not isinstance(source, NamedNode):
            continue
        found = getattr(extent, "value", "").removeprefix(_EXTENT)
        extents[source.value] = _fuller(found, extents.get(source.value, ""))
        if isinstance(passage, NamedNode):
            passages[source.value].add(passage.value)
            silent.update([passage.value] if reason is not None else [])
            partly.update([passage.value] if left_out is not None else [])
            changed.update([passage.value] if change is not None else [])
    return [
        _cover(source, extents[source], passages[source], silent, partly, changed, counts) for source in sorted(extents)
    ]


def _fuller(*extents: str) -> str:
    return next((extent for extent in _EXTENTS if extent in extents), "none")


def _cover(
    source: str,
    extent: str,
    passages: Iterable[str],
    silent: set[str],
    partly: set[str],
    changed: set[str],
    counts: dict[str, tuple[int, int]],
) -> SourceCoverage:
    ordered = sorted(passages, key=natural_key)
    read = {iri for iri in ordered if iri in counts or f"{iri}{INDEX_SUFFIX}" in counts} - changed
    return SourceCoverage(
        key=source.removeprefix(SOURCE),
        extent=extent,
        with_statements=len(read),
        with_none=len(silent.intersection(ordered) - changed),
        unread=tuple(iri.partition("#")[2] for iri in ordered if iri in changed or iri not in read | silent),
        statements=sum(counts[iri][1] for iri in ordered if iri in counts),
        in_part=len(read & partly),
    )


def read_statistics(store: Store, ledgers: frozenset[Ledger]) -> Statistics:
    """Return the counts of a graph: things by class (CURIE), statements by ledger (types and labels left out).

    What the loader makes (indexings, derivations, the graph of identities) are no things: their statements are counted.
    """
    rows = store.select("SELECT ?class (COUNT(DISTINCT ?x) AS ?count) WHERE { ?x a ?class } GROUP BY ?class").rows
    made = {cls.value for cls in (INDEXING, DERIVATION, IDENTITY)}
    ours = ((cls, count) for cls, count in _named(rows) if cls.startswith(MH) and cls not in made)
    classes = {to_curie(cls): _number(count) for cls, count in ours}
    counts = _count_statements(store)
    by_ledger = dict.fromkeys((ledger.value for ledger in Ledger if ledger in ledgers), 0)
    of_graph = "SELECT DISTINCT ?g ?class WHERE { ?g a ?class . FILTER(?class IN (%s)) }"
    for graph, cls in _named(store.select(of_graph % ", ".join(f"<{iri}>" for iri in LEDGER_OF_CLASS)).rows):
        ledger = LEDGER_OF_CLASS[getattr(cls, "value", "")]
        if ledger in ledgers:
            by_ledger[ledger.value] += counts.get(graph, (0, 0))[1]
    return Statistics(
        version=read_version(store),
        dated=read_date(store),
        by_class=dict(sorted(classes.items())),
        by_ledger=by_ledger,
        sources=classes.get(to_curie(SOURCE_CLASS.value), 0),
        triples=_count(store, "?s ?p ?o"),
    )


def count_sources(store: Store) -> int:
    """Return how many sources a graph has: one query."""
    return _count(store, f"?s a {SOURCE_CLASS}")


def _count(store: Store, pattern: str) -> int:
    """Return how often a pattern of one triple about ?s holds in the flat view: one query."""
    rows = store.select(f"SELECT (COUNT(?s) AS ?count) WHERE {{ {pattern} }}").rows
    return sum(_number(count) for (count,) in rows)


def read_date(store: Store) -> str:
    """Return the date of the data (`YYYY-MM-DD`), or "" if nothing is dated. No clock is read.

    It is the one that the description of the data gives, else the latest curation date.
    """
    return _latest(store, f"{_DATASET} {_MODIFIED} ?date") or _latest(store, f"?x {CURATION_DATE} ?date")


def read_version(store: Store) -> str:
    """Return the version that the data has by its description, or ""."""
    return _latest(store, f"{_DATASET} {VERSION} ?version")


def _latest(store: Store, pattern: str) -> str:
    """Return the last by text of the literals that a pattern with one variable for them binds."""
    variable = pattern.rpartition("?")[2]
    rows = store.select(f"SELECT DISTINCT ?{variable} WHERE {{ {pattern} }}").rows
    return max((value.value for (value,) in rows if isinstance(value, Literal)), default="")


def _count_statements(store: Store) -> dict[str, tuple[int, int]]:
    """Return for each named graph how many statements it holds, and how many of them are no types and labels."""
    found: dict[str, tuple[int, int]] = {}
    query = "SELECT ?g ?p (COUNT(?s) AS ?count) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ?p"
    for graph, predicate, count in store.select(query).rows:
        if isinstance(graph, NamedNode):
            number = _number(count)
            every, counted = found.get(graph.value, (0, 0))
            is_counted = predicate not in (TYPE, LABEL, *COMPUTED)
            found[graph.value] = (every + number, counted + number * is_counted)
    return found


def _named(rows: Iterable[tuple[Term | None, ...]]) -> list[tuple[str, Term | None]]:
    return [(node.value, value) for node, value in rows if isinstance(node, NamedNode)]


def _number(count: Term | None) -> int:
    return int(count.value) if isinstance(count, Literal) else 0
