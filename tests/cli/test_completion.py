"""What a shell completes, and how it learns to."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from mhgraph.cli.catalog import COMMANDS, COMPLETE_VARIABLE
from tests.cli.conftest import Call
from tests.conftest import SMALL
from tests.questions.cases import QUERIES

Complete: TypeAlias = "Callable[..., list[str]]"

PLACES = {
    "bash": ".local/share/bash-completion/completions/mhgraph",
    "zsh": ".zfunc/_mhgraph",
    "fish": ".config/fish/completions/mhgraph.fish",
}


@pytest.fixture
def complete(call: Call, monkeypatch: pytest.MonkeyPatch) -> Complete:
    """What a shell is offered after some words, of which the last is not yet whole."""

    def completed(*words: str) -> list[str]:
        monkeypatch.setenv(COMPLETE_VARIABLE, "bash_complete")
        monkeypatch.setenv("COMP_WORDS", " ".join(["mhgraph", "--root", str(SMALL), *words]))
        monkeypatch.setenv("COMP_CWORD", str(len(words) + 2))
        ended = call(root=None)
        assert (ended.code, ended.stderr) == (0, "")
        return [line.partition(",")[2] for line in ended.stdout.splitlines() if line]

    return completed


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("c",), ["cite", "coverage", "completion", "cache"]),
        (("analyze", "c"), ["centrality", "communities"]),
        (("query", "events-a"), ["events-addressing", "events-announced", "events-around"]),
        (("query", "events-addressing", "vhc-1"), ["vhc-1", "vhc-1a"]),
        (("query", "events-addressing", "--provision", "vhc-1"), ["vhc-1", "vhc-1a"]),
        (("query", "speakers", "--role", "cha"), ["chair"]),
        (("query", "speakers", "--role", "role-cha"), ["role-chair"]),
        (("show", "RH"), ["RHB"]),
        (("cite", "riverside-l"), ["riverside-launch-notice"]),
        (("query", "no-such-question", "x"), []),
        (("query", "events-addressing", "--lang", ""), ["en", "fr", "es"]),
    ],
)
def test_words_are_completed(complete: Complete, words: tuple[str, ...], offered: list[str]) -> None:
    assert complete(*words) == offered


def test_every_command_and_question_is_offered(complete: Complete) -> None:
    assert complete("") == list(COMMANDS)
    assert complete("query", "") == [path.stem for path in QUERIES]


def test_a_broken_project_offers_nothing(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(COMPLETE_VARIABLE, "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"mhgraph --root {tmp_path} show x")
    monkeypatch.setenv("COMP_CWORD", "4")
    ended = call(root=None)
    assert (ended.code, ended.stdout.strip(), ended.stderr) == (0, "", "")


@pytest.mark.parametrize("shell", PLACES)
def test_one_command_installs_it(call: Call, shell: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "ZDOTDIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SHELL", f"/usr/bin/{shell}")
    ended = call("completion", "--install")
    assert (ended.code, ended.stdout) == (0, "")
    assert ended.complaint.startswith(f"mhgraph: written: {tmp_path / PLACES[shell]}; ")
    assert (tmp_path / PLACES[shell]).read_text(encoding="utf-8") == call("completion", shell).stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_is_one_of_its_shell(call: Call, shell: str) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = call("completion", shell).stdout
    subprocess.run([shell, "-n"], input=script.encode(), check=True)


def test_an_unknown_shell_is_asked_for(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHELL", "/bin/csh")
    assert call("completion").complaint.startswith("mhgraph: name a shell: bash, zsh, fish; see '")
