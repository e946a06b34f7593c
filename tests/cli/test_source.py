"""`mhgraph source new`."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.project.folders import Project
from tests.cli.conftest import Call

OPTIONS = ("--title", "New", "--publisher", "RHB", "--language", "fr", "--address", "https://new.example/")


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A captured text."""
    path = tmp_path / "text.txt"
    path.write_text("One\n\n2. Two\n", encoding="utf-8")
    return path


def test_a_new_source(call: Call, small_copy: Project, text: Path) -> None:
    ended = call("source", "new", "a-new-one", "--text", text, *OPTIONS, root=small_copy.root)
    path = small_copy.root / "data" / "sources" / "a-new-one.trig"
    assert (ended.code, ended.stderr) == (0, "")
    assert ended.stdout.startswith(f"{path}\n{small_copy.root}/data/entities/instrument/a-new-one.ttl\n")
    assert "para-2  3 written    2. Two\n" in ended.stdout
    assert "Look at:\n  para. 2 is the first of its row\n" in ended.stdout
    made = path.read_text(encoding="utf-8")
    assert "dcterms:publisher actor:riverside-health-board ;" in made
    assert 'dcterms:title "New"@fr ;' in made
    assert ":c1 a " in made
    assert made.count("<https://new.example/>") == 2  # the official address, and where the text was read
    assert "holdsNoStatement" not in made
    assert call("coverage", root=small_copy.root).code == 1
    assert call("format", "--check", root=small_copy.root).code == 0


def test_a_text_from_standard_input(call: Call, small_copy: Project) -> None:
    typed = "Une chose dite à l'été, décidée par les villages de la vallée".encode("cp1252")
    ended = call("source", "new", "typed", "--text", "-", *OPTIONS, root=small_copy.root, stdin=typed)
    assert ended.code == 0
    assert ended.complaint == "mhgraph: -: read as cp1252, by its words; check an accented letter"


def test_an_encoding_that_is_named(call: Call, small_copy: Project) -> None:
    new = ("source", "new", "typed", "--text", "-", *OPTIONS)
    typed = "Une chose".encode("utf-16-le")
    ended = call(*new, root=small_copy.root, stdin=typed)
    assert ended.code == 2
    assert "UTF-16 without a byte order mark has; save it as UTF-8, or name its encoding" in ended.complaint
    assert call(*new, "--encoding", "utf-16-le", root=small_copy.root, stdin=typed).code == 0


def test_a_list_from_a_sheet(call: Call, small_copy: Project, tmp_path: Path) -> None:
    sheet = tmp_path / "members.csv"
    sheet.write_text("Member,Role\nHillside Village Council,Chair\n", encoding="utf-8")
    options = ("--as", "list", "--sheet", sheet, "--of", "wells", "--title", "Members", "--publisher", "RHB")
    assert call("source", "new", "members", *options, root=small_copy.root).code == 0
    made = (small_copy.root / "data" / "sources" / "members.trig").read_text(encoding="utf-8")
    assert "membership:hillside-council-wells-chair a mh:Membership ;" in made


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
        (["k", "--title", "T", "--language", "eng"], "'eng' does not fit --lang; expected a code of two letters"),
        (["k", "--title", "T", "--encoding", "utf-9"], "'utf-9' does not fit --encoding; expected the name of an"),
        (["k", "--title", "T", "--sheet", "x.csv"], "--sheet goes with --as list"),
        (["k", "--title", "T", "--as", "poem"], "Invalid value for '--as'"),
        (["k"], "Missing option '--title'"),
    ],
)
def test_wrong_values(call: Call, small_copy: Project, text: Path, arguments: list[str], complaint: str) -> None:
    before = small_copy.sources
    ended = call("source", "new", *arguments, "--text", text, root=small_copy.root)
    assert ended.code == 2
    assert ended.complaint.startswith(f"mhgraph: {complaint}")
    assert small_copy.sources == before


def test_a_text_is_needed(call: Call, small_copy: Project) -> None:
    ended = call("source", "new", "k", "--title", "T", root=small_copy.root)
    assert ended.complaint.startswith("mhgraph: Missing option '--text'")


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
