"""The table of statements: a row for each ground on which a statement stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.graph import BaseGraph
from mhgraph.graph.labels import LANGUAGES
from mhgraph.graph.references import Reference
from mhgraph.graph.second_hand import Telling, list_tellers
from mhgraph.questions.evidence import Row, evidence_terms
from mhgraph.questions.question import EVIDENCE, Column
from mhgraph.rdf.terms import date_bounds
from mhgraph.release.dump_table import DumpTable

STATEMENTS = "statements"
"""The name of the table."""
COLUMNS = (
    Column("subject", "iri", "The thing of which something is said."),
    Column("property", "iri", "What is said of it: the property."),
    Column("value", "iri", "What the property leads to: the address of a thing, or a text, number or date."),
    Column("language", "text", "The language of the value, if it is a text in one."),
    Column("date", "date", "The value once more, if it is a date."),
    *EVIDENCE,
)


def make_statement_table(graph: BaseGraph, labels: Mapping[str, str]) -> DumpTable:
    """Return the table of all statements of the chosen ledgers, in the order of `graph.statements`."""
    meaning = "A statement and a ground on which it stands. A statement with several grounds has several rows."
    return DumpTable(STATEMENTS, meaning, COLUMNS, _Statements(graph).list_rows, labels, {})


class _Statements:
    """The statements of a graph, with what is looked up for them once."""

    def __init__(self, graph: BaseGraph) -> None:
        self._graph = graph

    @cached_property
    def _references(self) -> Mapping[str, Reference]:
        supports = chain(*self._graph.statements().values())
        return self._graph.cite({passage for support in supports for passage in support.passages})

    @cached_property
    def _tellers(self) -> Mapping[Telling, tuple[str, ...]]:
        return self._graph.tellers(
            (triple.subject.value, passage)
            for triple, supports in self._graph.statements().items()
            if isinstance(triple.subject, NamedNode)
            for support in supports
            for passage in support.passages
        )

    def list_rows(self) -> Iterator[Row]:
        """Yield a row for each support of each statement."""
        for triple, supports in self._graph.statements().items():
            said = _describe(triple)
            for support in supports:
                cited = [self._references[passage] for passage in support.passages]
                told_by = list_tellers(self._tellers, getattr(triple.subject, "value", ""), support.passages)
                yield {
                    **said,
                    **evidence_terms([support], LANGUAGES[0]),
                    "reference": tuple(Literal(text) for text in dict.fromkeys(map(str, cited))),
                    "link": tuple(Literal(link) for link in dict.fromkeys(one.link for one in cited) if link),
                    "told_by": tuple(NamedNode(iri) for iri in told_by),
                }


def _describe(triple: Triple) -> Row:
    value = triple.object
    return {
        "subject": (triple.subject,),
        "property": (triple.predicate,),
        "value": (value,),
        "language": (Literal(value.language),) if isinstance(value, Literal) and value.language else (),
        "date": (value,) if isinstance(value, Literal) and date_bounds(value) else (),
    }
