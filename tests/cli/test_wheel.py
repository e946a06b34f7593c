"""The wheel: it answers from an empty folder, and is not written into."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY, Ended


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of packages with the wheel in it, built without the network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def installed(site: Path, cwd: Path, *arguments: str) -> Ended:
    """Run the installed copy; the repository is not on its path."""
    ended = subprocess.run(
        [sys.executable, "-P", "-c", "from mhgraph.cli import main; main()", *arguments],
        cwd=cwd,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(site)},
        check=False,
    )
    return Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode())


def files_of(folder: Path) -> set[str]:
    return {
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_project(site: Path) -> None:
    packed = site / "mhgraph" / "_project"
    for kind in ("ontology", "data", "queries", "shapes"):
        assert files_of(packed / kind) == files_of(REPOSITORY / kind)
    assert files_of(REPOSITORY / "mhgraph") <= files_of(site / "mhgraph")
    assert (site / "mhgraph" / "py.typed").is_file()
    (info,) = site.glob("mhgraph-*.dist-info")
    assert {path.name for path in (info / "licenses").iterdir()} == {"LICENSE", "LICENSE-DATA"}
    assert "mhgraph = mhgraph.__main__:start" in (info / "entry_points.txt").read_text(encoding="utf-8")
    assert not any(name.startswith("tests/") for name in files_of(site))


def test_it_answers_from_an_empty_folder(site: Path, tmp_path: Path) -> None:
    ended = installed(site, tmp_path, "query", "events-addressing", "--provision", "gcm-15", "--format", "csv")
    assert (ended.code, ended.stderr) == (0, "")
    here = subprocess.run(
        [sys.executable, "-m", "mhgraph", "query", "events-addressing", "--provision", "gcm-15", "--format", "csv"],
        cwd=REPOSITORY,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
        check=True,
    )
    assert ended.stdout == here.stdout.decode()
    assert list(tmp_path.iterdir()) == []


def test_it_says_which_root_was_taken(site: Path, tmp_path: Path) -> None:
    ended = installed(site, tmp_path, "--debug", "coverage")
    assert ended.code == 0
    assert f"mhgraph: root {site / 'mhgraph' / '_project'}\n" in ended.stderr


def test_it_refuses_to_be_written_into(site: Path, tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("One\n", encoding="utf-8")
    before = files_of(site)
    ended = installed(site, tmp_path, "source", "new", "k", "--text", str(text), "--title", "T")
    assert ended.code == 2
    assert (
        "this is the installed copy of the graph, which is not edited; run the command in a checkout" in ended.complaint
    )
    drifted = site / "mhgraph" / "_project" / "data" / "entities" / "actor" / "who.ttl"
    original = drifted.read_bytes()
    drifted.write_bytes(original.replace(b"\t", b"  "))
    ended = installed(site, tmp_path, "format")
    assert ended.code == 2
    assert "installed copy" in ended.complaint
    assert drifted.read_bytes() != original
    drifted.write_bytes(original)
    assert files_of(site) == before


def test_a_checkout_goes_before_the_installed_copy(site: Path) -> None:
    ended = installed(site, REPOSITORY / "tests" / "project" / "data", "find", "Mara", "Venn", "--format", "csv")
    assert ended.code == 0
    assert "person/mara-venn" in ended.stdout


@pytest.mark.slow
def test_pip_installs_it_as_the_readme_says(tmp_path: Path) -> None:
    pytest.importorskip("hatchling")
    offline = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--target", str(tmp_path / "site")]
    subprocess.run([sys.executable, "-m", "pip", "install", *offline, "."], cwd=REPOSITORY, check=True, timeout=120)
    (tmp_path / "empty").mkdir()
    ended = installed(tmp_path / "site", tmp_path / "empty", "query", "events-addressing", "gcm-15", "--format", "csv")
    assert ended.code == 0, ended.stderr
    assert len(ended.stdout.splitlines()) > 1
