"""A command that is killed leaves the old or the new, and no process; the next one leaves nothing else behind."""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.conftest import REPOSITORY, SMALL
from tests.files.killing import Killed, kill_at_each_operation, wait_for_the_end_of
from tests.files.test_kills import list_all, read_files, read_visible

pytestmark = pytest.mark.slow

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
_TOKEN = re.compile(r"[0-9a-f]{16}")
DRIFTED = ("data/sources/valley-review.trig", "data/sources/village-health-compact.trig", "data/dataset.ttl")


@dataclass(frozen=True)
class Case:
    """A command; with `is_whole`, all that it writes is old or all of it is new, else each file by itself.

    `code` is how the same command ends when it is run again after it was done.
    """

    arguments: tuple[str, ...]
    is_whole: bool = True
    code: int = 0


CASES = {
    "build": Case(("build", "--out", "dist")),
    "format": Case(("format",), is_whole=False),
    "source new": Case(("source", "new", "a-new-one", "--text", "text.txt", "--title", "New"), is_whole=False, code=2),
    "network page": Case(("network", "--out", "page.html")),
    "network of two files": Case(("network", "--out", "net.csv"), is_whole=False),
}


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project in it and what commands wrote there before; two of its files have a drift."""
    root = tmp_path_factory.mktemp("template")
    shutil.copytree(SMALL, root / "project")
    for name in DRIFTED:
        with (root / "project" / name).open("a", encoding="utf-8") as file:
            file.write("\n\n")
    build = [sys.executable, "-m", "mhgraph", "--root", "project", "build", "--out", "dist", "--ledger", "stated"]
    subprocess.run(build, cwd=root, env=ENVIRONMENT, check=True, capture_output=True)
    (root / "dist" / "network.html").write_text("mine", encoding="utf-8")
    for name in ("page.html", "net-nodes.csv", "net-edges.csv"):
        (root / name).write_text("old", encoding="utf-8")
    (root / "text.txt").write_text("One\n\nTwo\n", encoding="utf-8")
    return root


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> Case:
    return CASES[str(request.param)]


@pytest.fixture
def killed(case: Case, template: Path, tmp_path: Path) -> Killed:
    return kill_at_each_operation(template, tmp_path / "runs", "mhgraph", "--root", "project", *case.arguments)


def describe_state(folder: Path) -> frozenset[tuple[str, bytes, int]]:
    """Return what is in a folder, leftovers too: a run that starts from the same does the same."""
    return frozenset(
        (
            _TOKEN.sub("", str(path.relative_to(folder))),
            path.read_bytes() if path.is_file() else b"",
            path.stat().st_nlink,
        )
        for path in folder.rglob("*")
    )


def is_old_or_new(found: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes], case: Case) -> bool:
    if case.is_whole:
        return found in (old, new)
    names_fit = old.keys() & new.keys() <= found.keys() <= old.keys() | new.keys()
    return names_fit and all(found[name] in (old.get(name), new.get(name)) for name in found)


def test_killed_at_each_step(
    case: Case, killed: Killed, template: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = read_files(template), read_files(killed.finished)
    assert old != new
    assert len(killed.folders) > 8
    assert any(".mhgraph-" in name for folder in killed.folders for name in list_all(folder))
    assert [folder for folder in killed.folders if not is_old_or_new(read_visible(folder), old, new, case)] == []
    for folder in {describe_state(folder): folder for folder in killed.folders}.values():
        monkeypatch.chdir(folder)
        was_done = read_visible(folder) == new
        ended = call(*case.arguments, root=Path("project"))
        assert ended.code == (case.code if was_done else 0), ended.stderr
        assert read_files(folder) == new
        assert list_all(folder) == list_all(killed.finished)


@pytest.fixture(scope="module")
def new_release(template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """The files after a build that nobody killed, and the seconds that it took."""
    folder = shutil.copytree(template, tmp_path_factory.mktemp("new") / "copy")
    start = time.monotonic()
    subprocess.run(_BUILD, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
    return read_files(folder), time.monotonic() - start


_BUILD = [sys.executable, "-m", "mhgraph", "--root", "project", "build", "--out", "dist"]


@pytest.mark.parametrize("number", range(20))
def test_killed_at_random(
    number: int, template: Path, new_release: tuple[dict[str, bytes], float], tmp_path: Path
) -> None:
    new, seconds = new_release
    old = read_files(template)
    folder = shutil.copytree(template, tmp_path / "copy")
    moment = random.Random(number).uniform(0.5, 1.05) * seconds  # before, it has not begun to write
    run = subprocess.Popen(
        _BUILD,
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(moment)
    kind = (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)[number % 4]
    with contextlib.suppress(ProcessLookupError):
        os.kill(run.pid, kind)
    run.wait(timeout=30)
    assert read_visible(folder) in (old, new)
    wait_for_the_end_of(run.pid)
    ended = subprocess.run(_BUILD, cwd=folder, env=ENVIRONMENT, check=False, capture_output=True)
    assert ended.returncode == 0, ended.stderr
    assert read_files(folder) == new
    assert {name for name in list_all(folder) if ".mhgraph-" in name} == set()
