"""A seeded sample of the broken inputs; `python -m tools.hostile` runs as many as one likes."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random

import pytest

from tests.conftest import REPOSITORY
from tools.hostile.mutate import MUTATORS, Mutator
from tools.hostile.options import ENDLESS, list_commands, make_call
from tools.hostile.run import DATA, KINDS, NOTHING, PROJECT, QUESTION, RULE, SHAPE, TYPED, Hostile, Result, make_inputs

COUNT = 500
CALLS = 300
SEED = int(os.environ.get("HOSTILE_SEED", "2026"))


def run_inputs(count: int, *options: str) -> str:
    counts = ("--count", str(count), "--seed", str(SEED), "--jobs", "2")
    command = [sys.executable, "-m", "tools.hostile", *counts, *options]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, timeout=1_200, check=False)
    print(ended.stdout)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


@pytest.mark.hostile
def test_a_sample_of_broken_inputs_is_taken_well() -> None:
    assert run_inputs(COUNT).startswith(f"{COUNT} broken inputs (seed {SEED}): 0 ended badly")


@pytest.mark.hostile
def test_calls_that_nobody_planned_are_taken_well() -> None:
    assert run_inputs(CALLS, "--kind", "options").startswith(f"{CALLS} broken inputs (seed {SEED}): 0 ended badly")


def test_every_command_and_every_option_is_tried() -> None:
    commands = list_commands(PROJECT)
    names = {" ".join(words) for words, _ in commands}
    assert {"", "sparql", "source new", "analyze path", "query events-addressing", "build"} <= names
    random = Random(SEED)
    words = {word.partition("=")[0] for _ in range(20_000) for word in make_call(random, commands)[0]}
    options = {param.opts[0] for _, command in commands for param in command.params if param.opts[0].startswith("-")}
    assert options - {"--debug", *ENDLESS} <= words


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert list(make_inputs(7, 40)) == list(make_inputs(7, 60))[:40]
    assert list(make_inputs(7, 40)) != list(make_inputs(8, 40))


def test_every_kind_of_file_is_broken_and_every_mutator_used() -> None:
    cases = list(make_inputs(SEED, COUNT))
    assert {case.file for case in cases} == {*DATA, QUESTION, RULE, SHAPE, TYPED, NOTHING}
    used = {name for case in cases for name in case.how.split(", ")}
    assert used == {"options", "header", *(mutator.__name__ for mutator in MUTATORS)}
    assert all(list(make_inputs(SEED, 3, {kind: 1})) for kind in KINDS)


@pytest.mark.parametrize("mutator", MUTATORS, ids=lambda mutator: mutator.__name__)
def test_every_mutator_changes_something(mutator: Mutator) -> None:
    data = b'@prefix e: <http://e/> .\ne:a e:b "c"@en ;\n  e:d e:f .\n\ne:g e:h 1 .\n' * 3
    assert any(mutator(Random(seed), data) != data for seed in range(20))
    assert mutator(Random(3), b"") is not None


@pytest.mark.parametrize(
    ("code", "stderr", "fault"),
    [
        (0, "", ""),
        (1, "mhgraph: does not conform: 1 violations, 0 warnings\n", ""),
        (2, "mhgraph: a.ttl:1: not valid RDF; fix it\n", ""),
        (2, "", "0 lines"),
        (2, "mhgraph: one\nmhgraph: two\n", "2 lines"),
        (1, "Traceback (most recent call last):\n", "something else"),
        (0, "a warning of a library\n", "something else"),
        (70, "Traceback (most recent call last):\n", "exit code 70"),
        (-11, "", "died of SIGSEGV"),
        (None, "", "still running"),
    ],
)
def test_what_counts_as_badly(code: int | None, stderr: str, fault: str) -> None:
    result = Result(Hostile(0, "a.ttl", b"", "none", ()), code, stderr)
    assert result.fault.startswith(fault) if fault else not result.fault
