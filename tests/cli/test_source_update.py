"""`mhgraph source update`."""

from __future__ import annotations

from pathlib import Path

from mhgraph.files import read_text
from mhgraph.project.folders import Project
from tests.cli.conftest import Call
from tests.conftest import SMALL
from tests.ingest.test_update import NOTICE, RECAPTURED


def test_a_page_that_was_captured_again(call: Call, small_copy: Project, tmp_path: Path) -> None:
    text = tmp_path / "new.txt"
    text.write_text("\n".join(RECAPTURED), encoding="utf-8")
    options = ("--text", text, "--older", SMALL / "texts", "--day", "2031-06-01")
    ended = call("source", "update", NOTICE, *options, root=small_copy.root)
    path = small_copy.root / "data" / "sources" / f"{NOTICE}.trig"
    assert (ended.code, ended.stderr) == (0, "")
    assert ended.stdout.splitlines() == [
        f"{path}: added :c2",
        "  paragraph 9 has moved and is now paragraph 1",
        "  paragraph 3 differs (99% alike: “2” is now “3”), now paragraph 4",
        "  paragraph 4 differs only in typography (quotes), now paragraph 5",
        "  paragraph 5 has been split and is now paragraphs 6 to 7",
        "  paragraph 12 of the text is not recorded",
        "  paragraph 11 and paragraph 12 have been merged into paragraph 13",
        "unread: p13",
        "to be read again: p03",
    ]
    assert '"2031-06-01"^^xsd:date' in read_text(path)
    assert call("format", "--check", root=small_copy.root).code == 0
    assert call("coverage", root=small_copy.root).code == 1


def test_the_text_that_is_recorded(call: Call, small_copy: Project) -> None:
    text = (SMALL / "texts" / f"{NOTICE}.txt").read_bytes()
    ended = call("source", "update", NOTICE, "--text", "-", root=small_copy.root, stdin=text)
    assert (ended.code, ended.stdout) == (0, "the text is that of :c1\n")


def test_a_copy_elsewhere_needs_a_standing(call: Call, small_copy: Project, tmp_path: Path) -> None:
    text, older = tmp_path / "new.txt", tmp_path / "older.txt"
    text.write_text("\n".join(RECAPTURED), encoding="utf-8")
    older.write_bytes((SMALL / "texts" / f"{NOTICE}.txt").read_bytes())
    options = ("--text", text, "--older", older, "--address", "https://mirror.example/")
    ended = call("source", "update", NOTICE, *options, root=small_copy.root)
    assert ended.code == 2
    expected = "'' does not fit --standing; expected whose copy it is: publisher, partner, repost, altered"
    assert ended.complaint == f"mhgraph: {expected}"
    ended = call("source", "update", NOTICE, *options, "--standing", "repost", root=small_copy.root)
    assert ended.stdout.splitlines()[-1] == "unread: p13, p14"


def test_no_such_source(call: Call, small_copy: Project, tmp_path: Path) -> None:
    (tmp_path / "new.txt").write_text("One", encoding="utf-8")
    ended = call("source", "update", "riverside", "--text", tmp_path / "new.txt", root=small_copy.root)
    assert ended.code == 2
    assert ended.complaint.startswith("mhgraph: no source is called 'riverside'; nearest: riverside-launch-notice")
