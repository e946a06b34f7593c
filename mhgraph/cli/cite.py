"""`mhgraph cite`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.entities import ENTITY, explain_name
from mhgraph.cli.options import BIBTEX, citations_option, language_option, ledger_option
from mhgraph.cli.output import note, print_table, print_text
from mhgraph.errors import UnknownName
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.evidence import source_of
from mhgraph.graph.labels import short_name
from mhgraph.graph.references import Reference
from mhgraph.model import PASSAGE, SOURCE_CLASS
from mhgraph.namespaces import SOURCE
from mhgraph.tables import Value, simple_table
from mhgraph.text.characters import visible

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The names that BibTeX has for them."""
_FIELDS = ("author", "title", "year", "month", "url", "note")
_ESCAPES = str.maketrans(
    {
        **{mark: f"\\{mark}" for mark in "&%$#_"},
        **{"~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\\": r"\textbackslash{}", "{": "(", "}": ")"},
    }
)
"""What LaTeX would obey; letters with accents it knows. (latexcodec leaves `$` and the backslash.)"""


@click.command(name="cite")
@click.argument("names", nargs=-1, type=ENTITY, metavar="[NAME]...")
@ledger_option
@language_option
@citations_option
@click.pass_obj
def cite_command(
    settings: Settings, names: Sequence[str], ledgers: frozenset[Ledger], language: str, form: str
) -> None:
    """Cite passages (KEY#p08), documents, or every passage that says something of a thing, as footnotes do.

    Without a NAME, cite every document. With --format bib, or --out FILE.bib, the documents are entries for BibTeX and
    Zotero. A reference ends with the version of the data. What a row of an answer rests on stands in its column
    `reference`: `mhgraph query … --columns reference`.
    """
    graph = settings.graph(ledgers)
    found = _list_passages(graph, names) if names else sorted(f"{SOURCE}{one.key}" for one in graph.coverage())
    if not found:
        note("no passage in the chosen ledgers says anything of it")
    if form == BIBTEX:
        sources = graph.cite({source_of(iri) for iri in found}, language)
        print_text("\n".join(_write_entry(iri, sources[iri]) for iri in sorted(sources)))
        return
    references = graph.cite(found, language)
    if form == "table":
        print_text("".join(f"{visible(str(references[iri]))}\n" for iri in found))
    else:
        rows = [
            (Value(iri, short_name(iri)), str(references[iri]), *(text or None for text in references[iri]))
            for iri in found
        ]
        print_table(simple_table(("passage", "reference", *Reference._fields), list(rows)), form)


def _list_passages(graph: BaseGraph, names: Iterable[str]) -> list[str]:
    """Return the passages and documents that names mean, and those that say something of other things, each once."""
    found: list[str] = []
    for name in names:
        iri = _resolve(graph, name)
        if iri.startswith(SOURCE):
            found.append(iri)
        else:
            supports = [support for one in graph.describe(iri).statements for support in one.supports]
            found += sorted({passage for support in supports for passage in support.passages})
    return list(dict.fromkeys(found))


def _resolve(graph: BaseGraph, name: str) -> str:
    """Return what a name means: a document or a passage, before anything else that is called so."""
    try:
        iri = graph.resolve(name, [SOURCE_CLASS, PASSAGE]).value
    except UnknownName:
        iri = graph.resolve(name).value
    taken = explain_name(graph, [name], iri)
    if taken:
        note(f"{name}: {taken}")
    return iri


def _write_entry(iri: str, reference: Reference) -> str:
    """Return a document as an entry for BibTeX; `@misc`, which every style knows."""
    year, _, rest = reference.date.partition("-")
    fields = {
        "author": f"{{{_escape(reference.publisher)}}}" if reference.publisher else "",  # a body has no first name
        "title": f"{{{_escape(reference.title)}}}",
        "year": year,
        "url": re.sub(r"[{}\\\s]", "", reference.link),  # of an address, nothing is escaped
        "note": _escape(f"mhgraph data {reference.version}") if reference.version else "",
    }
    quoted = {name: f"{{{text}}}" for name, text in fields.items() if text}
    if rest:
        quoted["month"] = _MONTHS[int(rest[:2]) - 1]
    lines = [f"  {name} = {quoted[name]},\n" for name in _FIELDS if name in quoted]
    return f"@misc{{{iri.removeprefix(SOURCE)},\n{''.join(lines)}}}\n"


def _escape(text: str) -> str:
    r"""Return a text as LaTeX sets it, whatever stands in it. The braces of a text would end a field.

    >>> _escape("Health & {rights}: 100 %")
    'Health \\& (rights): 100 \\%'
    """
    return visible(text).translate(_ESCAPES)
