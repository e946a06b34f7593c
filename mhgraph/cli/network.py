"""`mhgraph network`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.entities import ENTITY, explain_name
from mhgraph.cli.options import ledger_option
from mhgraph.cli.output import note
from mhgraph.errors import InvalidValue
from mhgraph.files import write_atomic
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.labels import LANGUAGES

if TYPE_CHECKING:
    from mhgraph.analysis.network import Network

_SUFFIXES = {
    "html": ".html",
    "gexf": ".gexf",
    "graphml": ".graphml",
    "cytoscape": ".cyjs",
    "csv": ".csv",
    "parquet": ".parquet",
    "neo4j": ".csv",
}
"""The formats and the endings of their files, said here too, so that `--help` loads no library for networks."""
_FORMAT_OF = {".htm": "html", **{suffix: form for form, suffix in _SUFFIXES.items() if form != "neo4j"}}
_YEARS = re.compile(r"(\d{4})?-(\d{4})?|(\d{4})")


@click.command(name="network")
@click.option("--out", help="The file, or - for standard output [default: network with the ending of the format].")
@click.option(
    "--format", "form", type=click.Choice(list(_SUFFIXES)), help="[default: by the ending of --out, else html]"
)
@click.option("--focus", type=ENTITY, metavar="ENTITY", help="Where the page opens; in a network, only what is near.")
@click.option("--hops", type=click.IntRange(1, 100), metavar="N", help="How near: so many relations away [default: 2].")
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND", help="Only a class (Event) or kind (event-webinar); several: any."
)
@click.option("--years", metavar="A-B", help="Without what is dated, and outside these years; A- and -B are open.")
@click.option("--title", help="The title of the page.")
@click.option(
    "--lang", "language", type=click.Choice(LANGUAGES), help="The language in which the page opens [default: en]."
)
@ledger_option
@click.pass_obj
def network_command(
    settings: Settings,
    out: str | None,
    form: str | None,
    focus: str | None,
    hops: int | None,
    kinds: tuple[str, ...],
    years: str | None,
    title: str | None,
    language: str | None,
    ledgers: frozenset[Ledger],
) -> None:
    """Write everything as one interactive page that works without a connection, or the network for another program.

    --hops, --kind and --years are for the network: the page has filters of its own, and opens at --focus. csv, parquet
    and neo4j are two files each, of nodes and of edges. Exit code 1 if nothing is left to write.
    """
    form = form or _find_format(out)
    if form == "html":
        _refuse("--hops, --kind and --years are of the network; the page has filters of its own", hops, years, *kinds)
        written = _write_page(settings.graph(ledgers), focus, out, title or "", language or LANGUAGES[0])
        if written:
            note(f"the page is in {written[0]}")
        return
    _refuse("--title and --lang are of the page, and this format has none", title, language)
    if focus is None:
        _refuse("--hops needs --focus", hops)
    network = _select(settings.graph(ledgers), focus, hops or 2, kinds, years)
    if not network:
        note("nothing is left of the network; choose less narrowly")
        sys.exit(1)
    written = _export(network, form, out)
    if written:
        names = ", ".join(str(path) for path in written)
        note(f"{len(network)} entities and {network.number_of_edges()} relations in {names}")


def _select(graph: BaseGraph, focus: str | None, hops: int, kinds: tuple[str, ...], years: str | None) -> Network:
    """Return the network, or the part of it that was asked for. Raises what names and years can raise."""
    from mhgraph.analysis.network import entity_network
    from mhgraph.analysis.selection import select_part

    network = entity_network(graph)
    return select_part(
        network,
        focus=None if focus is None else _find_member(graph, focus, set(network)),
        hops=hops,
        kinds=kinds,
        years=None if years is None else _parse_span(years),
    )


def _find_format(out: str | None) -> str:
    """Return the format that the ending of a file means; a page, if it has none.

    Raises:
        InvalidValue: no format has this ending.
    """
    ending = Path(out or "").suffix.lower()
    if ending and ending not in _FORMAT_OF:
        known = ", ".join(_FORMAT_OF)
        raise InvalidValue("out", out or "", f"a file that ends in one of {known}; or name the format, with --format")
    return _FORMAT_OF.get(ending, "html")


def _refuse(reason: str, *options: object) -> None:
    """Refuse options that are given.

    Raises:
        UsageError: one of them is.
    """
    if any(option is not None for option in options):
        raise click.UsageError(reason)


def _write_page(graph: BaseGraph, focus: str | None, out: str | None, title: str, language: str) -> list[Path]:
    """Return the file in which the page was written; none, if it went to standard output."""
    from mhgraph.explorer.page import write_page

    start = "" if focus is None else graph.resolve(focus).value
    page = write_page(graph, title=title, language=language, focus=start)
    if focus is not None:
        _explain(graph, focus, start)
    return _write_file(page, "html", out)


def _export(network: Network, form: str, out: str | None) -> list[Path]:
    """Return the files in which a network was written for another program; none, if it went to standard output.

    Raises:
        InvalidValue: a format of two files cannot go to standard output.
    """
    from mhgraph.export import FORMATS, export_network

    if out != "-":
        return export_network(network, _target(form, out), form)
    files = FORMATS[form].write(network)
    if list(files) != [""]:
        raise InvalidValue("out", "-", f"a file: {form} is two of them")
    return _write_file(files[""], form, out)


def _write_file(data: bytes, form: str, out: str | None) -> list[Path]:
    """Return the file that was written; none, if it went to standard output."""
    if out == "-":
        sys.stdout.buffer.write(data)
        return []
    write_atomic(_target(form, out), data)
    return [_target(form, out)]


def _target(form: str, out: str | None) -> Path:
    return Path(out or f"network{_SUFFIXES[form]}")


def _find_member(graph: BaseGraph, name: str, members: set[str]) -> str:
    """Return the entity of the network that a name means.

    Raises:
        InvalidValue: it is not in the network.
    """
    iri = graph.resolve(name).value
    if iri not in members:
        raise InvalidValue("focus", name, "an entity that is in the network: one of which something is said")
    _explain(graph, name, iri)
    return iri


def _explain(graph: BaseGraph, name: str, iri: str) -> None:
    taken = explain_name(graph, [name], iri)
    if taken:
        note(f"focus: {taken}")


def _parse_span(years: str) -> tuple[int, int]:
    """Return the first and the last year of `2016-2020`, `2016-`, `-2020` or `2018`.

    Raises:
        InvalidValue: these are no years, or the later one comes first.
    """
    match = _YEARS.fullmatch(years)
    if match is None or not any(match.groups()):
        raise InvalidValue("years", years, "years such as 2016-2020, 2016-, -2020 or 2018")
    first, last, single = match.groups()
    span = int(single or first or 1), int(single or last or 9999)
    if span[0] > span[1]:
        raise InvalidValue("years", years, "the earlier year first")
    return span
