"""`mhgraph source new` and `mhgraph format`: what a curator writes with."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mhgraph.cli.context import Settings, note
from mhgraph.graph import ALL_LEDGERS
from mhgraph.graph.entities import resolve
from mhgraph.files import write_atomic
from mhgraph.model import mh


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
    from mhgraph.ingest.authoring import NewSource, new_source

    project = settings.project()
    body = None
    if publisher:
        bodies = [mh("Organization"), mh("CoordinationBody")]
        body = resolve(settings.corpus(ALL_LEDGERS).store, publisher, bodies, expected="body").value
    print(new_source(project, NewSource(key, title, language, address, body), text))


@click.command(name="format")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit code 1 if a file is not in the canonical form.")
@click.pass_obj
def format_command(settings: Settings, files: tuple[Path, ...], check: bool) -> None:
    """Bring FILES (default: all of data/) into the canonical order. A file with comments is refused."""
    from mhgraph.ingest.authoring import drifted

    project = settings.project()
    changed = drifted(list(files) or project.data)
    for path, data in changed.items():
        print(project.relative(path))
        if not check:
            project.require_writable()
            write_atomic(path, data)
    if check and changed:
        note(f"{len(changed)} files are not in the canonical form; run 'mhgraph format'")
        sys.exit(1)
