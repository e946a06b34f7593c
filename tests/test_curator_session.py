"""The sessions of a curator end with clean checks, and most of what they write is written by the command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.curator_session import SESSIONS, play


def test_there_is_a_session_for_each_kind_of_page() -> None:
    assert {path.stem for path in SESSIONS.glob("*.toml")} == {"event", "list", "resolution"}


@pytest.mark.slow
@pytest.mark.parametrize(("name", "least"), [("event", 0.6), ("list", 0.7), ("resolution", 0.6)])
def test_a_session_ends_with_clean_checks(tmp_path: Path, name: str, least: float) -> None:
    session = play(name, tmp_path)
    assert session.is_clean, [command.output for command in session.commands]
    assert session.written >= least * session.statements
    assert session.described_written >= 0.9 * session.described
