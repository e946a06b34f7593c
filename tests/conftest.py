"""What every test may ask for: the small project, a copy to break, the shipped project, and the command line."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import hypothesis
import pytest

from mhgraph.graph import BaseGraph, load_graph
from mhgraph.project.folders import Project

hypothesis.settings.register_profile("house", deadline=None)  # a machine under load is no failure
hypothesis.settings.load_profile("house")

os.environ.pop("COLUMNS", None)  # set where tests run in parallel: what is printed would be as wide as that terminal
os.environ["MHGRAPH_NO_CACHE"] = "1"  # what a test keeps compiled, it keeps in a folder of its own

REPOSITORY = Path(__file__).resolve().parent.parent
SMALL = Path(__file__).resolve().parent / "project"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--engine`: which engine runs the test cases of the shapes."""
    parser.addoption("--engine", choices=("turbo", "pyshacl"), help="run the cases of the shapes on this engine")


def pytest_configure() -> None:
    """Let signals end what the tests start: whoever runs the tests in the background hands on that they are ignored."""
    for number in (signal.SIGINT, signal.SIGHUP, signal.SIGQUIT):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


@dataclass(frozen=True)
class Ended:
    """How a run of the command line ended."""

    code: int
    stdout: str
    stderr: str

    @property
    def complaint(self) -> str:
        """The one line on standard error. Fails if there are more, or none."""
        lines = self.stderr.splitlines()
        assert len(lines) == 1, f"{len(lines)} lines on standard error:\n{self.stderr}"
        return lines[0]


class Run(Protocol):
    """Runs `python -m mhgraph ARGUMENTS` in a process of its own."""

    def __call__(
        self,
        *arguments: str | Path,
        stdin: bytes = b"",
        cwd: Path | None = None,
        env: Mapping[str, str] | None = None,
        timeout: float = 60.0,
    ) -> Ended:
        """Return how it ended; `env` is added to the environment, `cwd` is the repository unless given."""
        ...


@pytest.fixture(scope="session")
def small_project() -> Project:
    """The small project of `tests/project`; read it, never write into it."""
    return Project(SMALL)


@pytest.fixture(scope="session")
def small(small_project: Project) -> BaseGraph:
    """The graph of the small project, with all ledgers; do not add to its store."""
    return load_graph(small_project)


@pytest.fixture(scope="session")
def shipped() -> Project:
    """The project that the repository ships; read it, never write into it."""
    return Project(REPOSITORY)


@pytest.fixture(scope="session")
def shipped_graph(shipped: Project) -> BaseGraph:
    """The graph that the repository ships, with all ledgers; do not add to its store."""
    return load_graph(shipped)


@pytest.fixture
def small_copy(tmp_path: Path) -> Project:
    """A copy of the small project to write into. As the original, it lies in a project and has links into that one."""
    outer = tmp_path / "outer"
    (outer / "data").mkdir(parents=True)
    shutil.copytree(SMALL, outer / "project", ignore=shutil.ignore_patterns("ontology", "queries", "shapes"))
    for name in ("ontology", "queries", "shapes"):
        shutil.copytree(SMALL / name, outer / name)
        (outer / "project" / name).symlink_to(outer / name)
    return Project(outer / "project")


@pytest.fixture(scope="session")
def run() -> Run:
    """The command line in a process of its own."""
    return run_command


def run_command(
    *arguments: str | Path,
    stdin: bytes = b"",
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
    timeout: float = 60.0,
) -> Ended:
    """Run `python -m mhgraph` with arguments; see `Run`."""
    ended = subprocess.run(
        [sys.executable, "-m", "mhgraph", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=cwd or REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), **(env or {})},
        timeout=timeout,
        check=False,
    )
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())
