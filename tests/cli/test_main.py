"""What stands before the command, and how every command ends."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mhgraph import __version__
from tests.cli.conftest import Call
from tests.conftest import REPOSITORY, SMALL, Run

COMMANDS = [
    *("query", "find", "show", "sparql", "network", "analyze", "build", "stats"),
    *("coverage", "gaps", "match", "validate", "verify", "source", "format", "cache"),
]


def test_help_names_every_command(call: Call) -> None:
    for arguments in (["--help"], ["-h"], []):
        ended = call(*arguments, root=None)
        assert ended.code == 0
        assert ended.stderr == ""
        listed = [line.split()[0] for line in ended.stdout.partition("Commands:")[2].splitlines() if line.strip()]
        assert listed == COMMANDS


@pytest.mark.parametrize("command", [*COMMANDS, "source new", "query speakers"])
def test_every_command_has_help(call: Call, command: str) -> None:
    ended = call(*command.split(), "--help")
    assert ended.code == 0
    assert ended.stdout.startswith("Usage: ")
    description = ended.stdout.split("\n\n")[1].strip()
    assert description.endswith((".", "?")) or "\n" in description


def test_the_version(call: Call) -> None:
    ended = call("--version", root=None)
    assert (ended.code, ended.stdout) == (0, f"mhgraph, version {__version__}\n")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nonsense"], "mhgraph: No such command 'nonsense'"),
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

    monkeypatch.setattr("mhgraph.cli.context.load_graph", befall)
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
