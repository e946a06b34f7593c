"""Only `model.py` names terms: with every term of the ontology renamed, the tests pass without another change."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tools.rename_terms import declared_terms, rename_in_checkout

pytestmark = pytest.mark.slow

TESTS = (
    *("analysis", "checks", "explorer", "export", "graph", "ingest", "project_files", "questions"),
    *("rdf", "release", "text"),
)
"""The folders of tests that run on the copy: those that know our terms; the command line and the guides add nothing."""


def test_a_renamed_model_passes_the_same_tests(tmp_path: Path) -> None:
    copy = tmp_path / "checkout"
    shutil.copytree(
        REPOSITORY,
        copy,
        symlinks=True,
        ignore=shutil.ignore_patterns(".git", ".venv", "node_modules", "dist", ".*_cache", "__pycache__"),
    )
    names = {name: f"{name}Renamed" for name in declared_terms(copy)}
    assert len(names) > 100
    assert rename_in_checkout(copy, names) > 100
    for root in (copy, copy / "tests" / "project"):  # other names stand in another order
        formatting = [sys.executable, "-m", "mhgraph", "--root", str(root), "format"]
        subprocess.run(formatting, cwd=copy, env={"PYTHONPATH": str(copy), "PATH": "/usr/bin:/bin"}, check=True)
    command = [
        *(sys.executable, "-m", "pytest", "-q", "-x", "-n", "2", "-p", "no:cacheprovider"),
        *("-m", "not slow and not browser and not mutation and not hostile"),
        *(f"tests/{folder}" for folder in TESTS),
    ]
    ended = subprocess.run(
        command,
        cwd=copy,
        env={"PYTHONPATH": str(copy), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout[-4000:] + ended.stderr[-2000:]
