"""What stands before the command, and how every command ends."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from mhgraph import __version__
from mhgraph.cli.catalog import READERS
from tests.cli.conftest import Call
from tests.conftest import REPOSITORY, SMALL, Run

COMMANDS = [
    *("query", "find", "show", "cite", "stats", "coverage", "gaps", "network", "analyze", "sparql", "build"),
    *("source", "validate", "verify", "match", "format", "completion", "cache"),
]


def test_help_names_every_command(call: Call) -> None:
    for arguments in (["--help"], ["-h"], []):
        ended = call(*arguments, root=None)
        assert ended.code == 0
        assert ended.stderr == ""
        listed = re.findall(r"^  ([a-z]+)  ", ended.stdout.partition("Options:")[0], re.MULTILINE)
        assert listed == COMMANDS


@pytest.mark.parametrize("group", [[], ["analyze"], ["source"]], ids=["all", "analyze", "source"])
def test_help_cuts_nothing_and_fits(call: Call, monkeypatch: pytest.MonkeyPatch, group: list[str]) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = call(*group, "--help").stdout.splitlines()
    assert "..." not in " ".join(line for line in lines if not line.startswith("Usage: "))
    assert [line for line in lines if len(line) > 80] == []


def test_every_reader_gets_commands_and_an_example(call: Call) -> None:
    shown = call("--help", root=None).stdout
    for reader, entries in READERS.items():
        part = shown.partition(f"{reader}:\n")[2].partition("\n\n")[0]
        assert all(f"  {name}  " in part and entry.summary in part for name, entry in entries.items())
        assert f"  Example: {next(iter(entries.values())).example}" in part


@pytest.mark.parametrize("command", [*COMMANDS, "source new", "query speakers"])
def test_every_command_has_help(call: Call, command: str) -> None:
    ended = call(*command.split(), "--help")
    assert ended.code == 0
    assert ended.stdout.startswith("Usage: ")
    description = ended.stdout.split("\n\n")[1].strip()
    assert description.endswith((".", "?")) or "\n" in description
    assert re.search(r"^  (Example|Examples):\n    +mhgraph ", ended.stdout, re.MULTILINE)


def test_the_version(call: Call) -> None:
    ended = call("--version", root=None)
    assert (ended.code, ended.stdout) == (0, f"mhgraph, version {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["vallidate"], "mhgraph: there is no command 'vallidate'; did you mean validate?; see '"),
        (["analyze", "brokerz"], "mhgraph: there is no command 'brokerz'; did you mean brokers?; see '"),
        (["speakers"], "mhgraph: there is no command 'speakers'; it is a question: 'mhgraph query speakers'; see '"),
        (["query", "--lang", "fr", "speakers"], "mhgraph: --lang stands before the question; write it after; see '"),
        (["--nonsense"], "mhgraph: No such option"),
        (["find"], "mhgraph: WORDS are missing; give some, or --scheme"),
        (["find", "x", "--limit", "0"], "mhgraph: Invalid value for '--limit'"),
        (["stats", "--format", "xml"], "mhgraph: Invalid value for '--format'"),
        (["show", "RHB", "--lang", "de"], "mhgraph: Invalid value for '--lang'"),
        (["show", "RHB", "--ledger", "guessed"], "mhgraph: 'guessed' does not fit --ledger; expected one or more of"),
        (["source"], "mhgraph: no command is given; see '"),
    ],
)
def test_asking_wrongly_is_one_line_and_code_2(call: Call, arguments: list[str], complaint: str) -> None:
    ended = call(*arguments)
    assert ended.code == 2
    assert ended.stdout == ""
    assert ended.complaint.startswith(complaint)


def test_a_root_that_is_no_project(call: Call, tmp_path: Path) -> None:
    ended = call("stats", root=tmp_path)
    assert ended.code == 2
    assert ended.complaint == (
        f"mhgraph: {tmp_path}: no mhgraph project here; a project has ontology/mhgraph.ttl and data/"
    )


def test_without_root_the_nearest_project_upwards(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SMALL / "data" / "sources")
    ended = call("coverage", "--format", "csv", root=None)
    assert ended.code == 0
    assert "riverside-launch-notice,whole,12,8,0,4,0," in ended.stdout


def test_debug_says_which_root_and_shows_the_traceback(call: Call) -> None:
    ended = call("--debug", "show", "nobody at all", root=SMALL)
    assert ended.code == 2
    assert ended.stderr.startswith(f"mhgraph: root {SMALL}\nTraceback (most recent call last):\n")
    assert ended.stderr.splitlines()[-1].startswith("mhgraph: no entity is called 'nobody at all'")
    assert "Traceback" not in call("show", "nobody at all").stderr


@pytest.mark.parametrize(
    ("error", "complaint"),
    [
        (BrokenPipeError(), "mhgraph: the reader of the output closed it before the end; write to a file instead"),
        (OSError(28, "No space left on device"), "mhgraph: cannot write the output: no space left on device"),
        (RecursionError(), "mhgraph: the input is nested too deeply; nest it less"),
        (MemoryError(), "mhgraph: there is not memory enough for this input; give less of it"),
    ],
)
def test_what_befalls_a_command_is_one_line(
    call: Call, monkeypatch: pytest.MonkeyPatch, error: BaseException, complaint: str
) -> None:
    def befall(*arguments: object, **options: object) -> None:
        raise error

    monkeypatch.setattr("mhgraph.graph.load_graph", befall)
    ended = call("stats")
    assert (ended.code, ended.stderr) == (2, f"{complaint}\n")


def test_the_module_is_the_command(run: Run) -> None:
    ended = run("--version")
    assert (ended.code, ended.stderr) == (0, "")
    assert ended.stdout.endswith(f"version {__version__}\n")


def test_a_simple_question_imports_nothing_heavy(run: Run) -> None:
    """Each of these costs more than the question itself."""
    script = (
        "import sys\nfrom mhgraph.cli import main\nsys.argv = ['mhgraph', 'query', 'speakers']\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "heavy = {'rich', 'rdflib', 'networkx', 'pyshacl', 'pyvis', 'rapidfuzz'} & set(sys.modules)\n"
        "print('heavy:', sorted(heavy))\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
    )
    assert ended.stdout.endswith("heavy: []\n")
