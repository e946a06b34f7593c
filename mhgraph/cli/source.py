"""`mhgraph source new`."""

from __future__ import annotations

from pathlib import Path

import click

from mhgraph.cli.context import Settings
from mhgraph.graph import ALL_LEDGERS
from mhgraph.model import COORDINATION_BODY, ORGANIZATION


@click.group(name="source")
def source_command() -> None:
    """Source files, one for each document."""


@source_command.command(name="new")
@click.argument("key")
@click.option("--text", type=click.Path(path_type=Path), required=True, help="The captured text, UTF-8.")
@click.option("--title", required=True, help="The document's title.")
@click.option("--lang", "language", default="en", show_default=True, help="The language of the text.")
@click.option("--address", help="Where the document is on the web; text fragments need it.")
@click.option("--publisher", metavar="ENTITY", help="The body that published it.")
@click.pass_obj
def new_command(
    settings: Settings, key: str, text: Path, title: str, language: str, address: str | None, publisher: str | None
) -> None:
    """Write data/sources/KEY.trig with every paragraph of a text, unread."""
    from mhgraph.ingest.authoring import NewSource, write_source

    project = settings.files()
    body = None
    if publisher:
        graph = settings.graph(ALL_LEDGERS)
        body = graph.resolve(publisher, [ORGANIZATION, COORDINATION_BODY], expected="body").value
    print(write_source(project, NewSource(key, title, language, address, body), text))
