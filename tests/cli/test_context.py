"""What commands share: printing for people on a terminal."""

from __future__ import annotations

import sys

import pytest

from mhgraph.cli.context import LedgersType, print_table
from mhgraph.corpus import Ledger
from mhgraph.questions.formats import simple_table

MARKUP = "[bold red]x[/bold red] \x1b[31m"


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> pytest.CaptureFixture[str]:
    """Standard output that says it is a terminal of 60 columns."""
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("TERM", "dumb")
    return capsys


def test_a_table_that_fits_is_drawn(terminal: pytest.CaptureFixture[str]) -> None:
    print_table(simple_table(("event", "count"), [(MARKUP, 3)]), "table")
    shown = terminal.readouterr().out
    assert "┃ event" in shown
    assert "[bold red]x[/bold red] \ufffd[31m" in shown  # text, not markup


def test_a_table_that_does_not_fit_becomes_blocks(terminal: pytest.CaptureFixture[str]) -> None:
    print_table(simple_table(("event", "label"), [("e" * 30, "word " * 20), ("f", MARKUP)]), "table")
    shown = terminal.readouterr().out
    assert "┃" not in shown
    assert "event" in shown
    assert "label" in shown
    assert "[bold red]x[/bold red]" in shown
    assert all(len(line) <= 60 for line in shown.splitlines())


@pytest.mark.parametrize("form", ["csv", "json"])
def test_other_formats_are_the_same_on_a_terminal(terminal: pytest.CaptureFixture[str], form: str) -> None:
    print_table(simple_table(("a",), [("b",)]), form)
    assert terminal.readouterr().out in ("a\nb\n", '[\n  {\n    "a": "b"\n  }\n]\n')


def test_nothing_is_drawn_for_no_rows(terminal: pytest.CaptureFixture[str]) -> None:
    print_table(simple_table(("a",), []), "table")
    assert terminal.readouterr().out == ""


def test_ledgers_as_an_option() -> None:
    kind = LedgersType()
    assert kind.convert("stated", None, None) == {Ledger.STATED}
    assert kind.convert(frozenset({Ledger.JUDGED}), None, None) == {Ledger.JUDGED}
