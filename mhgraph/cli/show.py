"""`mhgraph find` and `mhgraph show`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click
from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.cli.context import Settings, format_option, language_option, ledger_option, note, print_table
from mhgraph.graph import ALL_LEDGERS, Corpus, Ledger
from mhgraph.graph.entities import label_of, resolve, search
from mhgraph.graph.describe import Description, Statement, describe
from mhgraph.graph.evidence import Support, deep_link, supports
from mhgraph.namespaces import SOURCE, passage_name, to_curie
from mhgraph.tables.table import Value, simple_table, visible
from mhgraph.rdf.terms import Term


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
    corpus = settings.corpus(ledgers)
    found = describe(corpus, resolve(corpus.store, entity).value)
    if form == "table":
        sys.stdout.write("".join(f"{visible(line)}\n" for line in _lines(corpus, found, language)))
        return
    rows = [row for statement in found.statements for row in _rows(corpus, statement)]
    columns = ("subject", "predicate", "object", "ledger", "graph", "passages", "links", "reason")
    print_table(simple_table(columns, rows), form)


def _rows(corpus: Corpus, statement: Statement) -> Iterator[tuple[object, ...]]:
    triple = statement.triple
    for support in statement.supports:
        yield (
            _value(triple.subject),
            _value(triple.predicate),
            _value(triple.object),
            support.ledger.value,
            support.graph,
            support.passages,
            tuple(link for passage in support.passages if (link := deep_link(corpus, passage))),
            support.reason,
        )


def _lines(corpus: Corpus, found: Description, language: str) -> Iterator[str]:
    kinds = ", ".join(to_curie(each) for each in found.classes)
    yield f"{_short(found.iri)}  {kinds}"
    label = label_of(corpus.store, found.iri, language)
    if label != _short(found.iri):
        yield label
    link = deep_link(corpus, found.iri) if found.iri.startswith(SOURCE) else None
    if link:
        yield link
    for predicate, term in found.names:
        yield f"  {to_curie(predicate.value)}  {_shown(corpus, term, language)}"
    subject: object = NamedNode(found.iri)
    own_grounds = any(
        found.iri == support.graph and not support.derivations for s in found.statements for support in s.supports
    )
    for statement in found.statements:
        triple = statement.triple
        if not own_grounds or triple.subject != subject:
            yield ""
        if getattr(triple.object, "value", None) == found.iri:
            yield f"  ← {to_curie(triple.predicate.value)}  {_shown(corpus, triple.subject, language)}"
        else:
            if triple.subject != subject:
                subject = triple.subject
                yield f"  {_shown(corpus, triple.subject, language)}"
            margin = "  " if getattr(subject, "value", None) == found.iri else "    "
            yield f"{margin}{to_curie(triple.predicate.value)}  {_shown(corpus, triple.object, language)}"
        for support in statement.supports:
            yield from _support_lines(corpus, found.iri, support, language)
    if not found.statements:
        yield ""
        yield "  no statement (in the chosen ledgers)"


def _support_lines(corpus: Corpus, shown: str, support: Support, language: str) -> Iterator[str]:
    if support.graph == shown and not support.derivations:
        return
    where = ", ".join(_located(corpus, passage) for passage in support.passages)
    if support.ledger is Ledger.STATED:
        yield f"      stated    {where}"
        return
    yield f"      {support.ledger.value:<9} {_short(support.graph)}: {support.reason}"
    if support.ledger is Ledger.JUDGED:
        yield f"                rests on {where}"
    for derivation in support.derivations:
        for premise in derivation.premises:
            grounds = supports(corpus, premise)
            ground = (
                f"{grounds[0].ledger.value}, {', '.join(passage_name(p) for p in grounds[0].passages)}"
                if grounds
                else "a name"
            )
            yield f"                since {_sentence(corpus, premise, language)} ({ground})"


def _located(corpus: Corpus, passage: str) -> str:
    link = deep_link(corpus, passage)
    return f"{passage_name(passage)} {link}" if link else passage_name(passage)


def _sentence(corpus: Corpus, triple: Triple, language: str) -> str:
    subject, predicate, value = triple
    return f"{_shown(corpus, subject, language)}  {to_curie(predicate.value)}  {_shown(corpus, value, language)}"


def _shown(corpus: Corpus, term: Term, language: str) -> str:
    if isinstance(term, Literal):
        return f'"{term.value}"' + (f"@{term.language}" if term.language else "")
    iri = getattr(term, "value", str(term))
    label = label_of(corpus.store, iri, language)
    return _short(iri) if label == _short(iri) else f"{_short(iri)} “{label}”"


def _short(iri: str) -> str:
    return passage_name(iri) if iri.startswith(SOURCE) else to_curie(iri)


def _value(term: Term) -> Value:
    text = str(getattr(term, "value", term))
    return Value(text, to_curie(text) if isinstance(term, NamedNode) else text)
