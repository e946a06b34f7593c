"""`mhgraph source new` and `mhgraph source update`."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.groups import CommandGroup
from mhgraph.graph import ALL_LEDGERS
from mhgraph.model import COORDINATION_BODY, ORGANIZATION

if TYPE_CHECKING:
    from mhgraph.text.folder import HeldText


@click.group(name="source", cls=CommandGroup)
def source_command() -> None:
    """Source files, one for each document."""


@source_command.command(
    name="new",
    epilog="\b\nExample:\n  mhgraph source new my-page --title 'My page' --text page.txt",
)
@click.argument("key")
@click.option("--text", type=click.Path(path_type=Path), help="The captured text; - is standard input.")
@click.option(
    "--as",
    "form",
    type=click.Choice(["text", "event", "list"]),
    default="text",
    show_default=True,
    help="What the page is: running text, the page of an event, a list of events or members.",
)
@click.option("--title", required=True, help="The document's title.")
@click.option("--language", "--lang", "language", default="en", show_default=True, help="The language of the text.")
@click.option("--address", help="Where the document is on the web; text fragments need it.")
@click.option("--publisher", metavar="ENTITY", help="The body that published it.")
@click.option("--sheet", type=click.Path(path_type=Path), help="The rows of a list, as CSV; alone, it is the text.")
@click.option("--of", "whole", metavar="ENTITY", help="The body, series or process whose members a list names.")
@click.option("--encoding", help="The encoding of the text, if it cannot be told.")
@click.pass_obj
def new_command(
    settings: Settings,
    key: str,
    text: Path | None,
    form: str,
    title: str,
    language: str,
    address: str | None,
    publisher: str | None,
    sheet: Path | None,
    whole: str | None,
    encoding: str | None,
) -> None:
    """Write data/sources/KEY.trig: every paragraph of a text, and what follows from the kind of page.

    What is left to you has the value TODO, which validate refuses. Paragraphs, names and dates of the text are listed.
    """
    from mhgraph.ingest.authoring import NewSource, write_source
    from mhgraph.ingest.report import report_paragraphs, report_sections
    from mhgraph.ingest.sheets import read_sheet

    source_path = _choose_text(text, sheet, form)
    project = settings.files()
    body = _resolve(settings, publisher)
    group = _resolve(settings, whole, of_list=True)
    content = _read(source_path, language, encoding)
    rows = None
    if sheet is not None:
        cells = content if text is None else _read(sheet, language, encoding)
        rows = replace(read_sheet(cells, sheet), is_text=text is None)
    new = NewSource(key, title, language, address, body, form, group)
    written = write_source(project, new, content, rows)
    for path in written.paths:
        print(path)
    print("", *report_paragraphs(written), sep="\n")
    for heading, lines in report_sections(written):
        print("", f"{heading}:", *(f"  {line}" for line in lines), sep="\n")


def _choose_text(text: Path | None, sheet: Path | None, form: str) -> Path:
    """Return the file with the captured text: a sheet is the text of a list, if there is no other.

    Raises:
        UsageError: there is neither, or a sheet without a list.
    """
    if sheet is not None and form != "list":
        raise click.UsageError("--sheet goes with --as list")
    chosen = text or sheet
    if chosen is None:
        raise click.UsageError("Missing option '--text'")
    return chosen


def _read(path: Path, language: str, encoding: str | None) -> str:
    """Return the text of a file or of standard input, and say what was guessed. Raises what `decode_any` does."""
    from mhgraph.cli.output import note
    from mhgraph.files import read_bytes
    from mhgraph.text.encoding import decode_any

    data = sys.stdin.buffer.read() if str(path) == "-" else read_bytes(path)
    text, found, is_guessed = decode_any(data, path, language=language, encoding=encoding)
    if is_guessed:
        note(f"{path}: read as {found}, by its words; check an accented letter")
    return text


def _resolve(settings: Settings, name: str | None, *, of_list: bool = False) -> str | None:
    """Return the IRI of what somebody named: a body, or what a list can be of. Raises what `resolve` raises."""
    if name is None:
        return None
    graph = settings.graph(ALL_LEDGERS)
    if of_list:
        return graph.resolve(name).value
    return graph.resolve(name, [ORGANIZATION, COORDINATION_BODY], expected="body").value


@source_command.command(name="update", epilog="\b\nExample:\n  mhgraph source update my-page --text page.txt")
@click.argument("key")
@click.option("--text", type=click.Path(path_type=Path), required=True, help="The new text; - is standard input.")
@click.option("--older", type=click.Path(path_type=Path), help="The text as it was read, or a folder that has it.")
@click.option("--address", help="Where the copy is; needed for a copy elsewhere, or if there are several.")
@click.option("--day", metavar="YYYY-MM-DD", help="The day on which it was found there.")
@click.option("--extent", help="How much of the document it is, if not as before: whole or body-only.")
@click.option("--standing", help="Whose copy it is, if not as before: publisher, partner, repost, altered.")
@click.option("--encoding", help="The encoding of the text, if it cannot be told.")
@click.pass_obj
def update_command(
    settings: Settings,
    key: str,
    text: Path,
    older: Path | None,
    address: str | None,
    day: str | None,
    extent: str | None,
    standing: str | None,
    encoding: str | None,
) -> None:
    """Add a new capture of a document to data/sources/KEY.trig, and say what became of each paragraph.

    Passages follow their words: they get the new numbers and keep names and statements. What has other words, or is
    gone, keeps its statements and awaits reading; what is new is unread. Nothing is lost.
    """
    from mhgraph.ingest.recapture import NewCapture
    from mhgraph.ingest.update import update_source
    from mhgraph.text.folder import hold_text

    settings.files()
    held = hold_text(text, _read(text, "en", encoding))
    new = NewCapture(address, day, extent, standing)
    updated = update_source(settings.graph(ALL_LEDGERS), key, held, new, older=_read_older(older, encoding))
    for name in updated.same_text:
        print(f"the text is that of :{name}")
    if updated.capture:
        print(f"{updated.path}: added :{updated.capture}")
    for change in updated.changes:
        if change.fate.value != "same":
            print(f"  {change}")
    for heading, names in (("unread", updated.added), ("back", updated.revived), ("to be read again", updated.waiting)):
        if names:
            print(f"{heading}: {', '.join(names)}")


def _read_older(older: Path | None, encoding: str | None) -> list[HeldText]:
    """Return the text as it was read, or all texts of a folder. Raises what reading raises."""
    from mhgraph.text.folder import hold_text, read_texts

    if older is None:
        return []
    return read_texts(older)[0] if older.is_dir() else [hold_text(older, _read(older, "en", encoding))]
