"""A seeded sample of the broken inputs; `python -m tools.hostile` runs as many as one likes."""

from __future__ import annotations

import os
import subprocess
import sys
from random import Random

import pytest

from tests.conftest import REPOSITORY
from tools.hostile.mutate import MUTATORS, Mutator
from tools.hostile.run import DATA, QUESTION, RULE, SHAPE, Hostile, Result, make_inputs

COUNT = 500
SEED = int(os.environ.get("HOSTILE_SEED", "2026"))


@pytest.mark.hostile
def test_a_sample_of_broken_inputs_is_taken_well() -> None:
    command = [sys.executable, "-m", "tools.hostile", "--count", str(COUNT), "--seed", str(SEED), "--jobs", "2"]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=REPOSITORY, timeout=540, check=False)
    print(ended.stdout)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.startswith(f"{COUNT} broken inputs (seed {SEED}): 0 ended badly")


def test_the_same_seed_gives_the_same_inputs() -> None:
    assert list(make_inputs(7, 40)) == list(make_inputs(7, 60))[:40]
    assert list(make_inputs(7, 40)) != list(make_inputs(8, 40))


def test_every_kind_of_file_is_broken_and_every_mutator_used() -> None:
    cases = list(make_inputs(SEED, COUNT))
    assert {case.file for case in cases} == {*DATA, QUESTION, RULE, SHAPE}
    used = {name for case in cases for name in case.how.split(", ")}
    assert used == {mutator.__name__ for mutator in MUTATORS}


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
