"""What every test may ask for: the small corpus, a copy to break, the shipped graph, and the command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import hypothesis
import pytest

from mhgraph.graph import Corpus, load_corpus
from mhgraph.project.folders import Project

hypothesis.settings.register_profile("house", deadline=None)  # a machine under load is no failure
hypothesis.settings.load_profile("house")

REPOSITORY = Path(__file__).resolve().parent.parent
CORPUS = Path(__file__).resolve().parent / "project"


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
def corpus_project() -> Project:
    """The small project of `tests/project`; read it, never write into it."""
    return Project(CORPUS)


@pytest.fixture(scope="session")
def tiny(corpus_project: Project) -> Corpus:
    """The small project, loaded with all ledgers; do not change its store."""
    return load_corpus(corpus_project)


@pytest.fixture(scope="session")
def shipped() -> Project:
    """The project that the repository ships."""
    return Project(REPOSITORY)


@pytest.fixture
def copy_of_corpus(tmp_path: Path) -> Project:
    """A copy of the small project to write into; its ontology and shapes are links, as in the original, to copies."""
    root = tmp_path / "project"
    shutil.copytree(CORPUS, root, ignore=shutil.ignore_patterns("ontology", "shapes"))
    for name in ("ontology", "shapes"):
        shutil.copytree(CORPUS / name, tmp_path / "linked" / name)
        (root / name).symlink_to(tmp_path / "linked" / name)
    return Project(root)


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
