"""`mhgraph format`."""

from __future__ import annotations

from pathlib import Path

from mhgraph.project.folders import Project
from tests.cli.conftest import Call


def test_nothing_to_format(call: Call, small_copy: Project) -> None:
    for arguments in (["format"], ["format", "--check"]):
        ended = call(*arguments, root=small_copy.root)
        assert (ended.code, ended.stdout, ended.stderr) == (0, "", "")


def test_drift(call: Call, small_copy: Project) -> None:
    path = small_copy.sources[0]
    before = path.read_bytes()
    drifted = before.replace(b"\t", b"  ")
    path.write_bytes(drifted)
    checked = call("format", "--check", root=small_copy.root)
    assert (checked.code, checked.stdout) == (1, f"data/sources/{path.name}\n")
    assert checked.complaint == "mhgraph: 1 files are not in the canonical form; run 'mhgraph format'"
    assert path.read_bytes() == drifted
    fixed = call("format", root=small_copy.root)
    assert (fixed.code, fixed.stdout, fixed.stderr) == (0, f"data/sources/{path.name}\n", "")
    assert path.read_bytes() == before


def test_named_files_only(call: Call, small_copy: Project) -> None:
    first, second = small_copy.entities[:2]
    for path in (first, second):
        path.write_bytes(path.read_bytes().replace(b"\t", b"  "))
    assert call("format", first, root=small_copy.root).stdout == f"{small_copy.relative(first)}\n"
    assert call("format", "--check", root=small_copy.root).stdout == f"{small_copy.relative(second)}\n"


def test_comments_are_not_lost(call: Call, small_copy: Project) -> None:
    path, other = small_copy.entities[:2]
    text = "# a remark\n" + path.read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    drifted = other.read_bytes().replace(b"\t", b"  ")
    other.write_bytes(drifted)
    ended = call("format", root=small_copy.root)
    assert ended.code == 2
    assert ended.complaint.startswith(f"mhgraph: {path}:1: a comment would be lost on formatting; ")
    assert path.read_text(encoding="utf-8") == text
    assert other.read_bytes() == drifted  # all files are read before one is written


def test_a_link_that_leads_out_of_the_project_is_not_followed(call: Call, small_copy: Project, tmp_path: Path) -> None:
    """By its name neither, though somebody typed it: what is written lies elsewhere."""
    path = small_copy.sources[0]
    path.rename(tmp_path / "elsewhere.trig")
    with (tmp_path / "elsewhere.trig").open("a", encoding="utf-8") as file:
        file.write("\n\n")
    before = (tmp_path / "elsewhere.trig").read_bytes()
    path.symlink_to(tmp_path / "elsewhere.trig")
    problem = "a symbolic link leads out of the project; put the file itself in its place"
    for arguments in ([], [path]):
        ended = call("format", *arguments, root=small_copy.root)
        assert (ended.code, ended.complaint) == (2, f"mhgraph: {path}: {problem}")
    assert (tmp_path / "elsewhere.trig").read_bytes() == before
