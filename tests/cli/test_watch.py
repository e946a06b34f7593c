"""`mhgraph validate --watch`, and progress."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import watchfiles

from mhgraph.cli import progress
from mhgraph.project.folders import Project
from tests.cli.conftest import Call
from tests.conftest import REPOSITORY

NOTICE, REVIEW = (f"data/sources/{key}.trig" for key in ("riverside-launch-notice", "valley-review"))


def script(monkeypatch: pytest.MonkeyPatch, project: Project, *saved: dict[str, str | None]) -> None:
    """Let a curator save texts one after the other, delete what is None, and press Ctrl-C."""

    def changes(folder: Path, **_: object) -> Iterator[set[tuple[str, str]]]:
        assert folder == project.root / "data"
        for texts in saved:
            for name, text in texts.items():
                if text is None:
                    (project.root / name).unlink()
                else:
                    (project.root / name).write_text(text, encoding="utf-8")
            yield {("changed", str(project.root / name)) for name in texts}
        raise KeyboardInterrupt

    monkeypatch.setattr(watchfiles, "watch", changes)


def test_what_is_saved_is_checked_block_by_block(
    call: Call, small_copy: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (small_copy.root / NOTICE).read_text(encoding="utf-8")
    wrong = text.replace("mh:hasValue 120", 'mh:hasValue "many"')
    assert wrong != text
    script(monkeypatch, small_copy, {NOTICE: wrong}, {NOTICE: "a b"}, {NOTICE: text}, {REVIEW: None})
    ended = call("validate", "--watch", root=small_copy.root)
    _, first, second, rest = ended.stdout.split(f"\n{NOTICE}:\n")
    third, _, gone = rest.rstrip("\n").rpartition("\n")
    assert "shape:reported-figure-value" in first
    assert first.rstrip("\n").splitlines()[-1].startswith("does not conform: ")
    assert f"{NOTICE}:1: not valid RDF" in second
    assert third.startswith("conforms: 0 violations, ")
    assert gone == f"{REVIEW} is gone, or is not read"
    assert ended.code == 0
    assert ended.stderr.splitlines() == [
        f"mhgraph: watching {small_copy.root / 'data'}; Ctrl-C ends",
        "mhgraph: stopped watching",
    ]


def test_files_that_are_named_are_checked_first_and_at_any_change(
    call: Call, small_copy: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (small_copy.root / NOTICE).read_text(encoding="utf-8")
    script(monkeypatch, small_copy, {NOTICE: text})
    ended = call("validate", "--watch", small_copy.root / REVIEW, root=small_copy.root)
    assert ended.stdout.splitlines().count(f"{REVIEW}:") == 2
    assert NOTICE not in ended.stdout


def test_without_the_library_one_line_says_what_to_install(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "watchfiles", None)
    ended = call("validate", "--watch")
    assert (ended.code, ended.stdout) == (2, "")
    assert (
        ended.complaint
        == "mhgraph: --watch needs watchfiles, which is not installed; run: pip install 'mhgraph[watch]'"
    )


def test_a_graph_is_not_watched(call: Call, tmp_path: Path) -> None:
    ended = call("validate", "--watch", "--graph", tmp_path / "own.nt")
    assert ended.code == 2
    assert "--watch; give one of the two" in ended.complaint


@pytest.mark.slow
def test_a_watch_sees_what_an_editor_saves_and_ends_with_ctrl_c(small_copy: Project) -> None:
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    arguments = [sys.executable, "-m", "mhgraph", "--root", str(small_copy.root), "validate", "--watch"]
    path = small_copy.root / NOTICE
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        assert child.stderr.readline().startswith("mhgraph: watching ")
        while child.poll() is None:  # a watch that begins just now may miss the first change
            path.write_bytes(path.read_bytes())
            os.set_blocking(child.stdout.fileno(), False)
            line = child.stdout.readline()
            if line.strip():
                break
        os.set_blocking(child.stdout.fileno(), True)
        assert line == f"{NOTICE}:\n"
        assert child.stdout.readline().startswith("conforms: ")
        child.send_signal(signal.SIGINT)
        assert child.wait(timeout=30) == 0
        assert child.stderr.read() == "mhgraph: stopped watching\n"


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (Terminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress.show_progress("reading") as tell:
            tell("shapes", 3, 7)
        assert ("shapes" in stream.getvalue()) is stream.isatty()
        assert ("3/7" in stream.getvalue()) is stream.isatty()
