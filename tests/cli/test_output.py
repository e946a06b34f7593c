"""How commands print for people on a terminal."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys

import pytest

from mhgraph.cli.output import print_table
from mhgraph.tables import Table, simple_table
from tests.conftest import REPOSITORY, SMALL

MARKUP = "[bold red]x[/bold red] \x1b[31m"


class Terminal(io.StringIO):
    """Standard output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def printed(monkeypatch: pytest.MonkeyPatch, table: Table, form: str = "table") -> str:
    """Return what stands on a terminal of 80 columns."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", "80")
    print_table(table, form)
    return terminal.getvalue()


def test_a_table_that_fits_is_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = printed(monkeypatch, simple_table(("event", "count"), [(MARKUP, 3)]))
    # markup is text, and what a terminal obeys is shown
    assert shown == (
        "event                         count\n"
        "----------------------------  -----\n"
        "[bold red]x[/bold red] \ufffd[31m  3\n"
    )


def test_a_table_that_does_not_fit_is_wrapped(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = printed(monkeypatch, simple_table(("event", "label"), [("e" * 50, "word " * 20), ("f", MARKUP)]))
    assert "[bold red]x[/bold red]" in shown
    assert shown.count("word") == 20
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_a_table_that_cannot_fit_becomes_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    names = tuple(f"column-{number}" for number in range(9))
    shown = printed(monkeypatch, simple_table(names, [tuple("word " * 6 for _ in names)] * 2))
    assert shown.splitlines()[0] == "column-0  word word word word word word"
    assert all(len(line) <= 80 for line in shown.splitlines())


def test_cells_are_cut_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("COLUMNS", "20")
    print_table(simple_table(("text",), [("word " * 20,)]), "table", most_lines=2)
    assert terminal.getvalue().splitlines()[2:] == ["word word word word", "word word word …"]


def test_other_formats_are_the_same_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    table = simple_table(("a",), [("b",)])
    assert printed(monkeypatch, table, "csv") == "a\nb\n"
    assert printed(monkeypatch, table, "jsonl") == '{"a": "b"}\n'


def test_nothing_is_drawn_for_no_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert printed(monkeypatch, simple_table(("a",), [])) == ""


def test_people_on_a_terminal_get_an_aligned_table() -> None:
    main, other = pty.openpty()
    subprocess.run(
        [sys.executable, "-m", "mhgraph", "--root", str(SMALL), "stats"],
        stdout=other,
        check=True,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "COLUMNS": "100", "TERM": "dumb"},
    )
    os.close(other)
    shown = b""
    try:
        while chunk := os.read(main, 4096):
            shown += chunk
    except OSError:  # the other end is closed
        pass
    os.close(main)
    assert shown.decode().startswith("what ")
