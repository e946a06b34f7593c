"""`mhgraph show`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click
from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.cli.context import Settings
from mhgraph.cli.entities import ENTITY
from mhgraph.cli.options import format_option, language_option, ledger_option
from mhgraph.cli.output import print_table, print_text
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.describe import Description, Statement
from mhgraph.graph.evidence import Location, Support
from mhgraph.graph.identity import UNSURE
from mhgraph.graph.labels import short_name
from mhgraph.model import INDEX_SUFFIX, SAME_AS
from mhgraph.namespaces import SOURCE, passage_name, to_curie
from mhgraph.rdf.terms import Term
from mhgraph.tables import Table, Value, simple_table
from mhgraph.text.characters import visible


@click.command(name="show")
@click.argument("entity", type=ENTITY)
@ledger_option
@format_option
@language_option
@click.pass_obj
def show_command(settings: Settings, entity: str, ledgers: frozenset[Ledger], form: str, language: str) -> None:
    """Show all that is said of ENTITY, or by a passage (KEY#p08), a judgement or a rule, with ledger and passages.

    What was merged says why, and inferred statements are explained by their premises.
    """
    graph = settings.graph(ledgers)
    found = graph.describe(graph.resolve(entity).value)
    if form == "table":
        print_text("".join(f"{visible(line)}\n" for line in _Writer(graph, found, language).lines()))
    else:
        print_table(_tabulate(graph, found), form)


def _tabulate(graph: BaseGraph, found: Description) -> Table:
    """Return a row for each support of each statement, those first by which other names were merged into this one."""
    where = graph.locate(_passages(found))
    supported = [(merge.written, merge) for merge in found.merges if merge.written is not None]
    supported += [(statement.triple, support) for statement in found.statements for support in statement.supports]
    rows: list[tuple[object, ...]] = [
        (
            _value(triple.subject),
            _value(triple.predicate),
            _value(triple.object),
            support.ledger.value,
            support.confidence,
            support.ground,
            support.passages,
            tuple(where[passage].link for passage in support.passages if where[passage].link),
            support.reason,
            _value(written) if (written := _written_name(triple, support)) else "",
        )
        for triple, support in supported
    ]
    columns = (
        "subject",
        "predicate",
        "object",
        "ledger",
        "confidence",
        "graph",
        "passages",
        "links",
        "reason",
        "written",
    )
    return simple_table(columns, rows)


class _Writer:
    """Writes a description as lines of text; what it shows is labelled and located with one query each."""

    def __init__(self, graph: BaseGraph, found: Description, language: str) -> None:
        self._found = found
        written = [one.written for statement in found.statements for one in statement.supports if one.written]
        written += [merge.written for merge in found.merges if merge.written]
        triples = [*(statement.triple for statement in found.statements), *found.premises, *written]
        terms = [term for triple in triples for term in (triple.subject, triple.object)]
        terms += [NamedNode(found.iri), *(term for _, term in found.names)]
        iris = {term.value for term in terms if isinstance(term, NamedNode)}
        iris.update(member for clash in found.clashes for member in clash.members)
        self._labels: Mapping[str, str] = graph.labels(iris, language)
        self._where: Mapping[str, Location] = graph.locate({found.iri, *_passages(found)})

    def lines(self) -> Iterator[str]:
        """Yield the lines: what it is and is called, what was merged into it, then each statement with its supports."""
        found = self._found
        name = short_name(found.iri)
        yield f"{name}  {', '.join(to_curie(cls) for cls in found.classes)}"
        if self._labels[found.iri] != name:
            yield self._labels[found.iri]
        if found.iri.startswith(SOURCE) and self._where[found.iri].link:
            yield self._where[found.iri].link
        for predicate, term in found.names:
            yield f"  {to_curie(predicate.value)}  {self._show(term)}"
        yield from self._identity()
        yield from self._statements()
        if not found.statements:
            yield ""
            yield "  no statement (in the chosen ledgers)"

    def _identity(self) -> Iterator[str]:
        """Yield what was merged into it and why, and what was left apart."""
        for merge in self._found.merges:
            assert merge.written is not None  # two names are never one
            yield ""
            yield f"  merged: {self._show(merge.written.subject)} is {self._show(merge.written.object)}"
            yield from self._judgement(merge)
        for clash in self._found.clashes:
            yield ""
            yield f"  left apart, for {clash.reason}: {', '.join(map(self._name, clash.members))}"
            yield f"      joined by {', '.join(map(short_name, clash.judgements))}"

    def _statements(self) -> Iterator[str]:
        iri = self._found.iri
        own = {iri, f"{iri}{INDEX_SUFFIX}"}
        is_passage = any(support.graph in own for s in self._found.statements for support in s.supports)
        subject: object = NamedNode(iri)
        for statement in self._found.statements:
            triple = statement.triple
            if not is_passage or triple.subject != subject:
                yield ""
            if getattr(triple.object, "value", None) == iri:
                yield f"  ← {self._predicate(statement)}  {self._show(triple.subject)}"
            else:
                if triple.subject != subject:
                    subject = triple.subject
                    yield f"  {self._show(triple.subject)}"
                margin = "  " if getattr(subject, "value", None) == iri else "    "
                yield f"{margin}{self._predicate(statement)}  {self._show(triple.object)}"
            for support in statement.supports:
                if support.graph in own and support.ledger is Ledger.INDEXED:
                    yield "      indexed   by the curator"
                elif support.graph != iri or support.ledger is Ledger.INFERRED:
                    yield from self._support(statement, support)

    def _predicate(self, statement: Statement) -> str:
        """Return the predicate; sameness of which the curator is not sure, and which merged nothing, in words."""
        if statement.triple.predicate == SAME_AS and all(one.confidence == UNSURE for one in statement.supports):
            return "may be the same as"
        return to_curie(statement.triple.predicate.value)

    def _support(self, statement: Statement, support: Support) -> Iterator[str]:
        if support.ledger is Ledger.JUDGED:
            yield from self._judgement(support)
        elif support.ledger is Ledger.INFERRED:
            yield f"      inferred  {self._sure(support, support.ground)}: {support.reason}"
            yield from self._premises(statement, support)
        else:
            where = ", ".join(self._place(passage) for passage in support.passages)
            yield f"      {support.ledger.value:<9} {where}"
        written = _written_name(statement.triple, support)
        if written is not None:
            sure = f" (merged, confidence {support.confidence})" if support.confidence else " (merged)"
            yield f"                said of {self._show(written)}{sure}"

    def _judgement(self, support: Support) -> Iterator[str]:
        yield f"      judged    {self._sure(support, support.ground)}: {support.reason}"
        yield f"                rests on {', '.join(self._place(passage) for passage in support.passages)}"

    def _premises(self, statement: Statement, support: Support) -> Iterator[str]:
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
        where = self._where[passage]
        name = passage_name(passage) + (" (the word of the record)" if where.is_record else "")
        return f"{name} {where.link}" if where.link else name

    def _sure(self, support: Support, ground: str) -> str:
        return f"{short_name(ground)} ({support.confidence})" if support.confidence else short_name(ground)

    def _sentence(self, triple: Triple) -> str:
        return f"{self._show(triple.subject)}  {to_curie(triple.predicate.value)}  {self._show(triple.object)}"

    def _show(self, term: Term) -> str:
        if isinstance(term, Literal):
            return f'"{term.value}"' + (f"@{term.language}" if term.language else "")
        return self._name(getattr(term, "value", str(term)))

    def _name(self, iri: str) -> str:
        name = short_name(iri)
        return name if self._labels[iri] == name else f"{name} “{self._labels[iri]}”"


def _written_name(triple: Triple, support: Support) -> Term | None:
    """Return the name that the graph of a support has where the statement has another; None if it has the same."""
    if support.written is None or support.written == triple:
        return None
    is_subject = support.written.subject != triple.subject
    return support.written.subject if is_subject else support.written.object


def _passages(found: Description) -> set[str]:
    supports = [*found.merges, *(support for statement in found.statements for support in statement.supports)]
    return {passage for support in supports for passage in support.passages}


def _value(term: Term) -> Value:
    text = str(getattr(term, "value", term))
    return Value(text, to_curie(text) if isinstance(term, NamedNode) else text)
