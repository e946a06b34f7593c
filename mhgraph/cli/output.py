"""How commands print: rows on standard output or into a file, remarks on standard error."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mhgraph.text.characters import visible, visible_lines

if TYPE_CHECKING:
    from mhgraph.tables import Table

CUT = 2
"""After how many lines a cell of an answer is cut, where people read it."""
_OUT = "mhgraph.out"
"""Where a context holds the file that `--out` names."""


def print_table(table: Table, form: str, *, most_lines: int | None = None) -> None:
    """Print rows in the format asked for: for people as wide as their terminal, with cells of so many lines.

    Raises UsageError for a format that is no text on a terminal, and what the format raises.
    """
    from mhgraph.tables import FILE_FORMATS, render, render_file, render_plain

    if form in FILE_FORMATS:
        print_bytes(render_file(table, form), form)
    elif form == "table":
        print_text(render_plain(table, find_width(), most_lines))
    else:
        print_text(render(table, form))


def print_text(text: str) -> None:
    """Print a text, or write it into the file that `--out` names; on a terminal, page what is longer than it.

    Raises UnwritableTarget.
    """
    target = _target()
    if target is not None:
        _write_file(target, text.encode())
    elif sys.stdout.isatty() and text.count("\n") >= shutil.get_terminal_size().lines:
        click.echo_via_pager(visible_lines(text))
    else:
        sys.stdout.write(text)


def print_bytes(data: bytes, form: str) -> None:
    """Print what is no text, or write it into the file that `--out` names. Raises UnwritableTarget.

    Raises:
        UsageError: it would go to a terminal.
    """
    target = _target()
    if target is not None:
        _write_file(target, data)
    elif sys.stdout.isatty():
        raise click.UsageError(f"{form} is not for a terminal; name a file with --out", click.get_current_context())
    else:
        sys.stdout.buffer.write(data)


def set_target(ctx: click.Context, path: Path | None) -> None:
    """Let what a command prints go into a file; None: to standard output."""
    ctx.meta[_OUT] = path


def _target() -> Path | None:
    ctx = click.get_current_context(silent=True)
    target = ctx.meta.get(_OUT) if ctx is not None else None
    return target if isinstance(target, Path) else None


def _write_file(path: Path, data: bytes) -> None:
    from mhgraph.files import write_atomic

    write_atomic(path, data)
    note(f"written: {path}")


def find_width() -> int:
    """Return how wide a table may be: as wide as the terminal, or as COLUMNS says; else 120 characters."""
    return shutil.get_terminal_size((120, 24)).columns


def note(text: str) -> None:
    """Print a remark on standard error, where it does not mix with rows."""
    print(f"mhgraph: {visible(text)}", file=sys.stderr)
