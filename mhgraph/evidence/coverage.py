"""What of each source was read: paragraphs with statements, with none, unread; and what the corpus holds in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from mhgraph.corpus import Corpus, Ledger
from mhgraph.namespaces import CONCEPT, DCTERMS, MH, SOURCE, to_curie
from mhgraph.rdf import DEFAULT, TYPE, mh, natural_key

_PART_OF = NamedNode(f"{DCTERMS}isPartOf")
_COMPUTED = frozenset({mh("earliest"), mh("latest")})


@dataclass(frozen=True)
class SourceCoverage:
    """How far one source was read.

    `captured` is whole, excerpt or none; the counts are of paragraphs; `unread` names the unread ones; `statements`
    counts statements in passages, types and labels left out.
    """

    key: str
    captured: str
    with_statements: int
    with_none: int
    unread: tuple[str, ...]
    statements: int

    @property
    def passages(self) -> int:
        """The number of described paragraphs."""
        return self.with_statements + self.with_none + len(self.unread)

    @property
    def remark(self) -> str:
        """One sentence for people."""
        if self.captured == "whole":
            return "read whole" if not self.unread else f"unread: {', '.join(self.unread)}"
        rest = "the rest not at hand"
        return f"{self.passages} passages, {rest}" + (f"; unread: {', '.join(self.unread)}" if self.unread else "")


def coverage(corpus: Corpus) -> list[SourceCoverage]:
    """Return the coverage of every source, by key. Needs the stated ledger."""
    sources = corpus.store.quads_for_pattern(None, TYPE, mh("Source"), DEFAULT)
    nodes = [quad.subject for quad in sources if isinstance(quad.subject, NamedNode)]
    return [_of_source(corpus, node) for node in sorted(nodes, key=lambda node: node.value)]


def _of_source(corpus: Corpus, source: NamedNode) -> SourceCoverage:
    store = corpus.store
    found = [quad.subject for quad in store.quads_for_pattern(None, _PART_OF, source, DEFAULT)]
    passages = sorted((each for each in found if isinstance(each, NamedNode)), key=lambda each: natural_key(each.value))
    said = {each: sum(1 for quad in store.quads_for_pattern(None, None, None, each)) for each in passages}
    silent = {each for each in passages if any(store.quads_for_pattern(each, mh("holdsNoStatement"), None, DEFAULT))}
    captured = [quad.object for quad in store.quads_for_pattern(source, mh("captured"), None, DEFAULT)]
    return SourceCoverage(
        key=source.value.removeprefix(SOURCE),
        captured=min((getattr(each, "value", "") for each in captured), default="").removeprefix(f"{CONCEPT}capture-"),
        with_statements=sum(1 for each in passages if said[each]),
        with_none=len(silent),
        unread=tuple(each.value.partition("#")[2] for each in passages if not said[each] and each not in silent),
        statements=sum(_statement_count(corpus, each) for each in passages),
    )


def _statement_count(corpus: Corpus, graph: NamedNode) -> int:
    quads = corpus.store.quads_for_pattern(None, None, None, graph)
    return sum(1 for quad in quads if quad.predicate not in _COMPUTED and not _is_naming(quad.predicate))


def _is_naming(predicate: NamedNode) -> bool:
    return predicate == TYPE or predicate.value.endswith("#label")


@dataclass(frozen=True)
class Statistics:
    """The corpus in numbers; `dated` is the latest curation date, the date of the data."""

    dated: str
    by_class: dict[str, int]
    by_ledger: dict[str, int]
    sources: int
    triples: int


def statistics(corpus: Corpus) -> Statistics:
    """Return the counts of the corpus: things by class (CURIE), statements by ledger (types and labels left out)."""
    classes: Counter[str] = Counter()
    for quad in corpus.store.quads_for_pattern(None, TYPE, None, DEFAULT):
        if isinstance(quad.object, NamedNode) and quad.object.value.startswith(MH):
            classes[to_curie(quad.object.value)] += 1
    ledgers = {
        ledger.value: sum(
            _statement_count(corpus, graph) for graph, each in corpus.ledger_of_graph.items() if each is ledger
        )
        for ledger in Ledger
        if ledger in corpus.ledgers
    }
    return Statistics(
        dated=data_date(corpus),
        by_class=dict(sorted(classes.items())),
        by_ledger=ledgers,
        sources=classes["mh:Source"],
        triples=sum(1 for _ in corpus.store.quads_for_pattern(None, None, None, DEFAULT)),
    )


def data_date(corpus: Corpus) -> str:
    """Return the latest curation date of the corpus (`YYYY-MM-DD`), or "" if nothing is dated. No clock is read."""
    dates = corpus.store.quads_for_pattern(None, mh("curationDate"), None, DEFAULT)
    return max((quad.object.value for quad in dates if isinstance(quad.object, Literal)), default="")
