"""Nothing that a terminal obeys reaches one, from data, from a value or from an error; and UTF-8 in every locale."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mhgraph.project.folders import Project
from tests.cli.test_bad_input import REVIEW
from tests.conftest import REPOSITORY, Run

pty = pytest.importorskip("pty", reason="Windows has no pseudo-terminals")
OBEYED = {"\x1b", "\x9b", "\x07", "\x08", "\x7f", "\u202e", "\u2066", "\u200b", "\U000e0041"}
EVIL = "a\x1b]0;x\x07b\x9b2Jc\x08d\x7f\u202ee\u2066f\u200bg\U000e0041h"


def run_on_terminal(*arguments: str | Path, cwd: Path, stdin: bytes = b"") -> str:
    """Return what a command writes to a terminal that it has for both outputs."""
    controller, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "mhgraph", *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=terminal,
        stderr=terminal,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "TERM": "dumb"},
    ) as process:
        os.close(terminal)
        assert process.stdin is not None
        process.stdin.write(stdin)
        process.stdin.close()
        shown = b""
        try:
            while data := os.read(controller, 65_536):
                shown += data
        except OSError:  # Linux says so when the last who writes has gone
            pass
    os.close(controller)
    return shown.decode()


@pytest.fixture
def evil(small_copy: Project) -> Project:
    """A project in which a title, a label and the header of a question hold what a terminal obeys."""
    escaped = "".join(f"\\U{ord(char):08x}" for char in EVIL)
    path = small_copy.root / REVIEW
    path.write_text(f'{path.read_text(encoding="utf-8")}\n:para-4 mh:hasTextFragment "{escaped}" .\n', encoding="utf-8")
    question = small_copy.root / "queries" / "asking" / "positions.rq"
    text = question.read_text(encoding="utf-8")
    header = "".join(f"\\x{ord(char):02x}" if ord(char) < 256 else f"\\U{ord(char):08x}" for char in EVIL)
    english = text.splitlines()[1]
    question.write_text(text.replace(english, f'#+   en: "Who {header} holds what?"'), encoding="utf-8")
    return small_copy


ASKED = b"SELECT ?what { ?s <https://w3id.org/mhgraph/ontology#hasTextFragment> ?what } ORDER BY ?what"


@pytest.mark.parametrize(
    "arguments",
    [
        *(("sparql", "--format", form, "-") for form in ("table", "csv", "tsv", "json", "jsonl", "md")),
        ("sparql", "-", "--construct"),
        ("query",),
        ("query", "positions", "--help"),
        ("query", EVIL),
        ("find", EVIL),
        ("show", EVIL),
        ("stats", "--format", EVIL),
        ("--root", EVIL, "stats"),
        ("format", EVIL),
        pytest.param(("validate",), marks=pytest.mark.slow),
        pytest.param(("validate", "--format", "json"), marks=pytest.mark.slow),
    ],
    ids=lambda arguments: ascii(" ".join(arguments)),
)
def test_a_terminal_is_not_commanded(arguments: tuple[str, ...], evil: Project) -> None:
    stdin = ASKED
    if arguments[-1] == "--construct":
        arguments, stdin = arguments[:-1], ASKED.replace(b"SELECT ?what {", b"CONSTRUCT { ?s ?s ?what } WHERE {")
        stdin = stdin.partition(b" ORDER")[0]
    shown = run_on_terminal("--root", evil.root, *arguments, cwd=evil.root, stdin=stdin)
    # click shows the values that it refuses with backslashes, and the findings hold no such character
    assert "\ufffd" in shown or arguments[0] in ("stats", "validate")
    assert OBEYED.isdisjoint(shown), ascii(shown)
    assert "Traceback" not in shown


def test_what_goes_into_a_pipe_is_exact(evil: Project, run: Run) -> None:
    ended = run("--root", evil.root, "sparql", "--format", "csv", "-", stdin=ASKED)
    assert EVIL in ended.stdout


LOCALES = [{"LC_ALL": "C", "PYTHONUTF8": "0"}, {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]


@pytest.mark.slow
@pytest.mark.parametrize("env", LOCALES, ids=lambda env: env["LC_ALL"])
def test_a_locale_without_letters(env: dict[str, str], small_copy: Project, tmp_path: Path, run: Run) -> None:
    text = tmp_path / "café.txt"
    text.write_text("Santé pour tous.\n", encoding="utf-8")
    made = run("--root", small_copy.root, "source", "new", "k", "--text", text, "--title", "Santé “là”", env=env)
    assert (made.code, made.stderr) == (0, "")
    assert '"Santé “là”"@en' in (small_copy.root / "data/sources/k.trig").read_text(encoding="utf-8")
    found = run("--root", small_copy.root, "find", "Santé", "--format", "csv", env=env)
    assert found == run("--root", small_copy.root, "find", "Santé", "--format", "csv")
    wrong = run("--root", small_copy.root, "format", tmp_path / "né.ttl", env=env)
    assert wrong.complaint == f"mhgraph: {tmp_path / 'né.ttl'}: no such file or folder; check the path"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse names that are no text")
def test_a_name_that_is_no_text(small_copy: Project) -> None:
    name = os.fsencode(small_copy.root) + b"/caf\xe9.ttl"
    Path(os.fsdecode(name)).write_text("<a:a>   <a:b> <a:c> .", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-m", "mhgraph", "--root", small_copy.root, "format", "--check", name],
        capture_output=True,
        cwd=REPOSITORY,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stdout == b"caf\\udce9.ttl\n"
    assert ended.stderr.decode() == "mhgraph: 1 files are not in the canonical form; run 'mhgraph format'\n"


@pytest.mark.skipif(shutil.which("cat") is None, reason="needs a program that stands for a pager")
@pytest.mark.parametrize(("arguments", "is_paged"), [(("query",), True), (("cache",), False), (("--help",), False)])
def test_what_is_longer_than_the_terminal_is_paged(arguments: tuple[str, ...], is_paged: bool, tmp_path: Path) -> None:
    """The pager is the one that PAGER names; it gets nothing that a terminal would obey."""
    pager = tmp_path / "pager"
    pager.write_text('#!/bin/sh\ntouch "$(dirname "$0")/was-asked"\nexec cat\n', encoding="utf-8")
    pager.chmod(0o755)
    controller, terminal = pty.openpty()
    environment = {"PYTHONPATH": str(REPOSITORY), "TERM": "xterm", "PAGER": str(pager), "LINES": "24", "COLUMNS": "80"}
    command = [sys.executable, "-m", "mhgraph", *arguments]
    with subprocess.Popen(
        command, stdin=terminal, stdout=terminal, stderr=terminal, cwd=REPOSITORY, env={**os.environ, **environment}
    ) as process:
        os.close(terminal)
        shown = b""
        try:
            while data := os.read(controller, 65_536):
                shown += data
        except OSError:  # Linux says so when the last who writes has gone
            pass
    os.close(controller)
    assert process.returncode == 0
    assert shown
    assert (tmp_path / "was-asked").exists() is is_paged
