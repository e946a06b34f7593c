"""Ctrl-C is one line and exit code 130, whenever it comes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import tomllib

import pytest

from mhgraph.namespaces import MH
from mhgraph.project.folders import Project
from tests.cli.conftest import Call
from tests.conftest import REPOSITORY, SMALL
from tests.files.killing import wait_for_the_end_of

ENDLESS = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l"
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(REPOSITORY)}


def interrupt_often(step: int, *arguments: str) -> list[list[object]]:
    """Return how runs ended that were interrupted at every so many events: exit code and complaint."""
    command = [sys.executable, "-m", "tests.cli.interrupting", str(step), "--root", str(SMALL), *arguments]
    ended = subprocess.run(command, cwd=REPOSITORY, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    endings: list[list[object]] = json.loads(ended.stdout)
    return endings


def test_while_importing() -> None:
    *interrupted, last = interrupt_often(30, "--version")
    assert len(interrupted) > 3
    assert {tuple(ending) for ending in interrupted} == {(130, "mhgraph: stopped\n")}
    assert last == [0, ""]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("step", "arguments"),
    [
        (30, ["query", "speakers"]),
        (60, ["sparql", str(REPOSITORY / "queries" / "actors" / "speakers.rq")]),
        (300, ["network", "--out", "-"]),
        (300, ["gaps"]),
        (300, ["validate"]),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_while_importing_and_working(step: int, arguments: list[str]) -> None:
    *interrupted, last = interrupt_often(step, *arguments)
    assert len(interrupted) > 5
    assert {tuple(ending) for ending in interrupted} == {(130, "mhgraph: stopped\n")}
    assert last[0] == 0, last


@pytest.mark.slow
@pytest.mark.parametrize("command", ["sparql", "validate"])
def test_pressed_at_a_terminal(command: str, small_copy: Project) -> None:
    """All processes of the terminal get the signal, more than once, and none is left. The work never ends by itself."""
    query = small_copy.root / "endless.rq"
    query.write_text(f"SELECT (COUNT(*) AS ?n) {{ {ENDLESS} }}")
    rule = f'sh:sparql [ sh:message "No: fix it." ; sh:select "SELECT $this {{ {ENDLESS} FILTER(?a = ?l) }}" ]'
    prefix = "@prefix sh: <http://www.w3.org/ns/shacl#> ."
    shape = f"{prefix}\n<urn:s> a sh:NodeShape ; sh:targetClass <{MH}Event> ; {rule} .\n"
    (small_copy.root / "shapes" / "endless.ttl").write_text(shape)
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        module, _, function = tomllib.load(file)["project"]["scripts"]["mhgraph"].partition(":")
    program = f"import sys; from {module} import {function}; sys.exit({function}())"  # as an installer writes it
    arguments = {"sparql": ["sparql", str(query)], "validate": ["validate"]}[command]
    for delay in (0.8, 1.5, 2.5):
        run = subprocess.Popen(
            [sys.executable, "-c", program, "--root", str(small_copy.root), *arguments],
            cwd=REPOSITORY,
            env=ENVIRONMENT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
        time.sleep(delay)
        for _ in range(3):
            os.killpg(run.pid, signal.SIGINT)
        _, complaint = run.communicate(timeout=20)
        assert (run.returncode, complaint) == (130, b"mhgraph: stopped\n")
        wait_for_the_end_of(run.pid)


def test_from_python_it_is_the_same(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*arguments: object, **options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mhgraph.graph.load_graph", interrupt)
    ended = call("stats")
    assert (ended.code, ended.stderr) == (130, "mhgraph: stopped\n")
