"""`mhgraph source new`."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.project.folders import Project
from tests.cli.conftest import Call


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A captured text."""
    path = tmp_path / "text.txt"
    path.write_text("One\n\nTwo\n", encoding="utf-8")
    return path


def test_a_new_source(call: Call, small_copy: Project, text: Path) -> None:
    options: list[str | Path] = [
        "--text",
        text,
        "--title",
        "New",
        "--publisher",
        "RHB",
        "--lang",
        "fr",
        "--address",
        "https://new.example/",
    ]
    ended = call("source", "new", "a-new-one", *options, root=small_copy.root)
    path = small_copy.root / "data" / "sources" / "a-new-one.trig"
    assert (ended.code, ended.stdout, ended.stderr) == (0, f"{path}\n", "")
    made = path.read_text(encoding="utf-8")
    assert "dcterms:publisher actor:riverside-health-board ;" in made
    assert 'dcterms:title "New"@fr ;' in made
    assert ":c1 a " in made
    assert made.count("<https://new.example/>") == 2  # the official address, and where the text was read
    assert "holdsNoStatement" not in made
    assert call("coverage", root=small_copy.root).code == 1
    assert call("format", "--check", root=small_copy.root).code == 0


def test_a_source_that_exists(call: Call, small_copy: Project, text: Path) -> None:
    path = small_copy.sources[0]
    ended = call("source", "new", path.stem, "--text", text, "--title", "T", root=small_copy.root)
    assert ended.code == 2
    assert ended.complaint == f"mhgraph: {path}: exists already; choose another key, or edit the file"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (
            ["Bad Key", "--title", "T"],
            "'Bad Key' does not fit KEY; expected lower case letters, digits and hyphens, a letter first",
        ),
        (["k", "--title", "T", "--publisher", "mara-venn"], "no body is called 'mara-venn'"),
        (["k"], "Missing option '--title'"),
    ],
)
def test_wrong_values(call: Call, small_copy: Project, text: Path, arguments: list[str], complaint: str) -> None:
    ended = call("source", "new", *arguments, "--text", text, root=small_copy.root)
    assert ended.code == 2
    assert ended.complaint.startswith(f"mhgraph: {complaint}")
    assert len(small_copy.sources) == 4


def test_a_folder_of_sources_that_is_a_link_out_is_refused(
    call: Call, small_copy: Project, text: Path, tmp_path: Path
) -> None:
    folder = small_copy.root / "data" / "sources"
    folder.rename(tmp_path / "elsewhere")
    folder.symlink_to(tmp_path / "elsewhere")
    before = sorted((tmp_path / "elsewhere").iterdir())
    ended = call("source", "new", "a-new-one", "--text", text, "--title", "T", root=small_copy.root)
    problem = "a symbolic link leads out of the project; put the file itself in its place"
    assert (ended.code, ended.complaint) == (2, f"mhgraph: {folder}: {problem}")
    assert sorted((tmp_path / "elsewhere").iterdir()) == before
