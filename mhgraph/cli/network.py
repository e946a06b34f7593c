"""`mhgraph network`."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import ledger_option
from mhgraph.cli.output import note
from mhgraph.graph import Corpus, Ledger
from mhgraph.graph.entities import LANGUAGES, resolve
from mhgraph.errors import InvalidValue
from mhgraph.files import write_atomic

_ENDINGS = {
    "html": ".html",
    "gexf": ".gexf",
    "graphml": ".graphml",
    "cytoscape": ".cyjs",
    "csv": ".csv",
    "parquet": ".parquet",
    "neo4j": ".csv",
}
_FORM_OF = {".html": "html", ".htm": "html", **{ending: form for form, ending in _ENDINGS.items() if form != "neo4j"}}
_YEARS = re.compile(r"(\d{4})?-(\d{4})?|(\d{4})")


@click.command(name="network")
@click.option("--out", help="The file, or - for standard output [default: network with the ending of the format].")
@click.option(
    "--format", "form", type=click.Choice(list(_ENDINGS)), help="[default: by the ending of --out, else html]"
)
@click.option("--focus", metavar="ENTITY", help="Only what is near an entity; see --hops.")
@click.option("--hops", type=click.IntRange(min=1), metavar="N", help="How near: so many relations away [default: 2].")
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
    """Write the network as one interactive page that works without a connection, or for another program.

    csv, parquet and neo4j are two files each, of nodes and of edges. Exit code 1 if nothing is left to write.
    """
    from mhgraph.export.exports import FORMS, write
    from mhgraph.explorer.page import page
    from mhgraph.analysis.network import everything
    from mhgraph.analysis.selection import part

    form = form or _FORM_OF.get(Path(out or "").suffix.lower(), "html")
    if form != "html" and (title is not None or language is not None):
        raise click.UsageError("--title and --lang are of the page, and this format has none")
    if hops is not None and focus is None:
        raise click.UsageError("--hops needs --focus")
    corpus = settings.corpus(ledgers)
    network = everything(corpus)
    network = part(
        network,
        focus=None if focus is None else _member(corpus, focus, set(network)),
        hops=hops or 2,
        kinds=kinds,
        years=None if years is None else _span(years),
    )
    if not network:
        note("nothing is left of the network; choose less narrowly")
        sys.exit(1)
    target = Path(out or f"network{_ENDINGS[form]}")
    files: Mapping[str, bytes]
    if form == "html":
        files = {"": page(corpus, network, title=title or "", language=language or LANGUAGES[0])}
    elif out == "-":
        files = FORMS[form](network)
    else:
        written = write(network, target, form)
        note(_summary(len(network), network.number_of_edges(), written))
        return
    if list(files) != [""]:
        raise InvalidValue("--out", "-", f"a file: {form} is two of them")
    if out == "-":
        sys.stdout.buffer.write(files[""])
        return
    write_atomic(target, files[""])
    note(_summary(len(network), network.number_of_edges(), [target]))


def _member(corpus: Corpus, name: str, members: set[str]) -> str:
    iri = resolve(corpus.store, name).value
    if iri not in members:
        raise InvalidValue("--focus", name, "an entity that is in the network: one of which something is said")
    return iri


def _span(years: str) -> tuple[int, int]:
    """Return the first and the last year of `2016-2020`, `2016-`, `-2020` or `2018`. Raises InvalidValue."""
    match = _YEARS.fullmatch(years)
    if match is None or not any(match.groups()):
        raise InvalidValue("--years", years, "years such as 2016-2020, 2016-, -2020 or 2018")
    first, last, single = match.groups()
    span = int(single or first or 1), int(single or last or 9999)
    if span[0] > span[1]:
        raise InvalidValue("--years", years, "the earlier year first")
    return span


def _summary(nodes: int, edges: int, files: list[Path]) -> str:
    names = ", ".join(str(path) for path in files)
    return f"{nodes} entities and {edges} relations in {names}"
