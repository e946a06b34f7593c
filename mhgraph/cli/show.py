"""`mhgraph show`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

import click
from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option, language_option, ledger_option
from mhgraph.cli.output import print_table
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.describe import Description, Statement
from mhgraph.graph.evidence import Location, Support
from mhgraph.graph.labels import short_name
from mhgraph.namespaces import SOURCE, passage_name, to_curie
from mhgraph.rdf.terms import Term
from mhgraph.tables import Table, Value, simple_table, visible


@click.command(name="show")
@click.argument("entity")
@ledger_option
@format_option
@language_option
@click.pass_obj
def show_command(settings: Settings, entity: str, ledgers: frozenset[Ledger], form: str, language: str) -> None:
    """Show all that is said of ENTITY, or by a passage (KEY#p08), a judgement or a rule, with ledger and passages.

    Inferred statements are explained by their premises.
    """
    graph = settings.graph(ledgers)
    found = graph.describe(graph.resolve(entity).value)
    if form == "table":
        sys.stdout.write("".join(f"{visible(line)}\n" for line in _Writer(graph, found, language).lines()))
    else:
        print_table(_tabulate(graph, found), form)


def _tabulate(graph: BaseGraph, found: Description) -> Table:
    """Return a row for each support of each statement."""
    where = graph.locate(_passages(found.statements))
    rows: list[tuple[object, ...]] = [
        (
            _value(statement.triple.subject),
            _value(statement.triple.predicate),
            _value(statement.triple.object),
            support.ledger.value,
            support.ground,
            support.passages,
            tuple(where[passage].link for passage in support.passages if where[passage].link),
            support.reason,
        )
        for statement in found.statements
        for support in statement.supports
    ]
    columns = ("subject", "predicate", "object", "ledger", "graph", "passages", "links", "reason")
    return simple_table(columns, rows)


class _Writer:
    """Writes a description as lines of text; what it shows is labelled and located with one query each."""

    def __init__(self, graph: BaseGraph, found: Description, language: str) -> None:
        self._found = found
        triples = [*(statement.triple for statement in found.statements), *found.premises]
        terms = [term for triple in triples for term in (triple.subject, triple.object)]
        terms += [NamedNode(found.iri), *(term for _, term in found.names)]
        iris = {term.value for term in terms if isinstance(term, NamedNode)}
        self._labels: Mapping[str, str] = graph.labels(iris, language)
        self._where: Mapping[str, Location] = graph.locate({found.iri, *_passages(found.statements)})

    def lines(self) -> Iterator[str]:
        """Yield the lines: what it is and is called, then each statement with its supports."""
        found = self._found
        name = short_name(found.iri)
        yield f"{name}  {', '.join(to_curie(cls) for cls in found.classes)}"
        if self._labels[found.iri] != name:
            yield self._labels[found.iri]
        if found.iri.startswith(SOURCE) and self._where[found.iri].link:
            yield self._where[found.iri].link
        for predicate, term in found.names:
            yield f"  {to_curie(predicate.value)}  {self._show(term)}"
        yield from self._statements()
        if not found.statements:
            yield ""
            yield "  no statement (in the chosen ledgers)"

    def _statements(self) -> Iterator[str]:
        iri = self._found.iri
        is_passage = any(support.graph == iri for s in self._found.statements for support in s.supports)
        subject: object = NamedNode(iri)
        for statement in self._found.statements:
            triple = statement.triple
            if not is_passage or triple.subject != subject:
                yield ""
            if getattr(triple.object, "value", None) == iri:
                yield f"  ← {to_curie(triple.predicate.value)}  {self._show(triple.subject)}"
            else:
                if triple.subject != subject:
                    subject = triple.subject
                    yield f"  {self._show(triple.subject)}"
                margin = "  " if getattr(subject, "value", None) == iri else "    "
                yield f"{margin}{to_curie(triple.predicate.value)}  {self._show(triple.object)}"
            for support in statement.supports:
                if support.graph != iri or support.ledger is Ledger.INFERRED:
                    yield from self._support(statement, support)

    def _support(self, statement: Statement, support: Support) -> Iterator[str]:
        where = ", ".join(self._place(passage) for passage in support.passages)
        if support.ledger is Ledger.STATED:
            yield f"      stated    {where}"
            return
        yield f"      {support.ledger.value:<9} {short_name(support.ground)}: {support.reason}"
        if support.ledger is Ledger.JUDGED:
            yield f"                rests on {where}"
            return
        for derivation in statement.derivations:
            if derivation.rule.value == support.ground:
                for premise in derivation.premises:
                    yield f"                since {self._sentence(premise)} ({self._ground(premise)})"

    def _ground(self, premise: Triple) -> str:
        supports = self._found.premises[premise]
        if not supports:
            return "a name"
        return f"{supports[0].ledger.value}, {', '.join(passage_name(passage) for passage in supports[0].passages)}"

    def _place(self, passage: str) -> str:
        link = self._where[passage].link
        return f"{passage_name(passage)} {link}" if link else passage_name(passage)

    def _sentence(self, triple: Triple) -> str:
        return f"{self._show(triple.subject)}  {to_curie(triple.predicate.value)}  {self._show(triple.object)}"

    def _show(self, term: Term) -> str:
        if isinstance(term, Literal):
            return f'"{term.value}"' + (f"@{term.language}" if term.language else "")
        iri = getattr(term, "value", str(term))
        name = short_name(iri)
        return name if self._labels[iri] == name else f"{name} “{self._labels[iri]}”"


def _passages(statements: tuple[Statement, ...]) -> set[str]:
    return {passage for statement in statements for support in statement.supports for passage in support.passages}


def _value(term: Term) -> Value:
    text = str(getattr(term, "value", term))
    return Value(text, to_curie(text) if isinstance(term, NamedNode) else text)
