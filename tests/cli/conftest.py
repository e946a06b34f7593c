"""The command line in this process: faster than `run`, and what it executes can be counted."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Protocol

import pytest

from mhgraph.cli import main
from tests.conftest import SMALL, Ended


class Typed(io.BytesIO):
    """Standard input as a command meets it."""

    name = "<stdin>"


class Call(Protocol):
    """Runs `mhgraph --root ROOT ARGUMENTS` in this process."""

    def __call__(self, *arguments: str | Path, root: Path | None = SMALL, stdin: bytes = b"") -> Ended:
        """Return how it ended; without `--root` if `root` is None."""
        ...


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """The command line on the small project (or another root)."""

    def called(*arguments: str | Path, root: Path | None = SMALL, stdin: bytes = b"") -> Ended:
        before = ["--root", str(root)] if root is not None else []
        monkeypatch.setattr(sys, "argv", ["mhgraph", *before, *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Typed(stdin), encoding="utf-8"))
        with pytest.raises(SystemExit) as ended:
            main()
        shown = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Ended(ended.value.code, shown.out, shown.err)

    return called
