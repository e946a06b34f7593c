"""`mhgraph verify`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mhgraph.cli.context import Settings
from mhgraph.cli.options import format_option
from mhgraph.cli.output import note, print_table
from mhgraph.namespaces import to_curie
from mhgraph.tables import simple_table

if TYPE_CHECKING:
    from mhgraph.checks.verification import SourceVerification

_COLUMNS = ("source", "text", "passage", "what", "result")


@click.command(name="verify")
@click.argument("folder", type=click.Path(path_type=Path))
@format_option
@click.pass_obj
def verify_command(settings: Settings, folder: Path, form: str) -> None:
    """Compare the passages of the graph with the texts in FOLDER and its subfolders, and say what happened to each.

    A text (*.txt) belongs to the source whose key is its name (KEY.txt, KEY-c2.txt), or to which its words belong.
    Exit code 1 if a text differs from what is recorded, if a label repeats six words of its text in a row, or if
    nothing was compared.
    """
    from mhgraph.checks.verification import verify

    found = verify(settings.graph(), folder)
    rows = [row for source in found.sources for row in _rows(source, folder)]
    rows += [(None, _name(path, folder), None, "unreadable", reason) for path, reason in found.unreadable.items()]
    rows += _list_strangers({_name(path, folder): reason for path, reason in found.strangers.items()}, form)
    print_table(simple_table(_COLUMNS, rows), form)
    if not found.compared:
        note("nothing was compared: no text in the folder belongs to a source")
    sys.exit(0 if found.is_clean else 1)


def _rows(source: SourceVerification, folder: Path) -> Iterator[tuple[object, ...]]:
    """Yield a row that sums up, and one for each difference."""
    if source.text is None:
        yield source.key, None, None, "not at hand", "not checked"
        return
    text = _name(source.text, folder)
    yield source.key, text, None, "clean" if source.is_clean else "differs", _sum_up(source)
    for problem in source.problems:
        yield source.key, text, None, "the whole", problem
    for change in source.differences:
        yield source.key, text, change.passages, change.fate.name.lower(), str(change)
    for copied in source.copied:
        result = f"{to_curie(copied.thing)} has words of the text: “{copied.words}”"
        yield source.key, text, copied.passage.partition("#")[2], "copied", result


def _list_strangers(strangers: Mapping[str, str], form: str) -> list[tuple[object, ...]]:
    """Return a row for each text that no source has; for people, one for all of them with the same reason."""
    if form != "table":
        return [(None, name, None, "no source", reason) for name, reason in strangers.items()]
    by_reason: dict[str, list[str]] = {}
    for name, reason in strangers.items():
        by_reason.setdefault(reason, []).append(name)
    return [
        (None, f"{len(names)} texts" if len(names) > 1 else names[0], None, "no source", _join(reason, names))
        for reason, names in by_reason.items()
    ]


def _join(reason: str, names: Sequence[str]) -> str:
    return f"{reason}: {', '.join(names)}" if len(names) > 1 else reason


def _sum_up(source: SourceVerification) -> str:
    from mhgraph.text.alignment import Fate

    counts = [f"{count} {fate.value}" for fate in Fate if (count := source.count(fate))]
    if source.copied:
        counts.append(f"{len(source.copied)} with words of the text")
    if source.is_clean:
        return f"every digest matches ({source.matching})" if source.matching else "the whole text matches"
    return ", ".join(counts)


def _name(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()
