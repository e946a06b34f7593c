"""Digests against texts: each kind of difference is named."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest

from mhgraph.checks.verification import SourceVerification, Verification, verify
from mhgraph.errors import UnreadableFile
from mhgraph.graph import BaseGraph
from tests.builders import build_graph
from tests.conftest import SMALL

NOTICE = "riverside-launch-notice"
WHOLE = [NOTICE, "valley-register-launch"]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The texts of the small project, to change."""
    return shutil.copytree(SMALL / "texts", tmp_path / "texts")


def of(found: Verification, key: str) -> SourceVerification:
    (one,) = [source for source in found.sources if source.key == key]
    return one


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def write(path: Path, changed: list[str]) -> None:
    path.write_text("\n".join(changed) + "\n", encoding="utf-8")


def test_untouched_texts_match(small: BaseGraph, texts: Path) -> None:
    found = verify(small, texts)
    assert found.is_clean
    assert found.strangers == []
    assert [(source.key, source.text) for source in found.sources] == [
        (path.stem, path) for path in sorted(texts.glob("*.txt"))
    ]
    assert of(found, NOTICE).matching == 12
    assert all(source.matching > 0 for source in found.sources)


def test_the_name_of_a_text_does_not_matter(small: BaseGraph, texts: Path) -> None:
    (texts / f"{NOTICE}.txt").rename(texts / "zzz.txt")
    found = verify(small, texts)
    assert found.is_clean
    assert of(found, NOTICE).text == texts / "zzz.txt"


@pytest.mark.parametrize("number", [3, 7, 12])
def test_one_changed_character_names_the_paragraph(small: BaseGraph, texts: Path, number: int) -> None:
    path = texts / f"{NOTICE}.txt"
    rows = lines(path)
    at = [i for i, row in enumerate(rows) if row.strip()][number - 1]
    rows[at] = rows[at].replace("e", "x", 1)
    write(path, rows)
    found = verify(small, texts)
    assert not found.is_clean
    assert of(found, NOTICE).problems == (f"paragraph {number} differs",)
    assert of(found, NOTICE).matching == 11


def test_an_excerpt_is_compared_too(small: BaseGraph, texts: Path) -> None:
    """Its paragraphs carry the document's own labels instead of numbers."""
    path = texts / "valley-review.txt"
    rows = lines(path)
    rows[2] = rows[2].replace("Lakeside", "Lakesidf")
    write(path, rows)
    found = verify(small, texts)
    assert not found.is_clean
    assert of(found, "valley-review").problems == ("paragraph 'para. 13' differs or is not in the text",)
    assert of(found, "valley-review").matching == 6


def test_an_excerpt_may_come_with_the_rest(small: BaseGraph, texts: Path) -> None:
    """Whoever holds more of the document than was at hand has no mismatch."""
    path = texts / "valley-review.txt"
    write(path, ["1. Something else.", *lines(path), "21. The end."])
    found = verify(small, texts)
    assert of(found, "valley-review").problems == ()
    assert of(found, "valley-review").matching == 7


def test_a_missing_and_an_extra_paragraph(small: BaseGraph, texts: Path) -> None:
    path = texts / f"{NOTICE}.txt"
    rows = lines(path)
    write(path, rows[:-1])
    assert of(verify(small, texts), NOTICE).problems == ("paragraph 12 is not in the text",)
    write(path, [*rows, "More.", "Still more."])
    assert of(verify(small, texts), NOTICE).problems == (
        "paragraph 13 of the text is not recorded",
        "paragraph 14 of the text is not recorded",
    )


def test_unicode_forms_line_ends_and_spaces_are_no_difference(small: BaseGraph, texts: Path) -> None:
    for path in texts.glob("*.txt"):
        text = unicodedata.normalize("NFD", path.read_text(encoding="utf-8")).replace(" ", " \u00a0")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n\r\n").encode())
    assert verify(small, texts).is_clean


def test_a_text_that_is_not_at_hand_is_no_mismatch(small: BaseGraph, texts: Path) -> None:
    (texts / f"{NOTICE}.txt").unlink()
    found = verify(small, texts)
    assert of(found, NOTICE) == SourceVerification(NOTICE, None, 0, ())
    assert found.is_clean


def test_strangers_are_named(small: BaseGraph, texts: Path) -> None:
    write(texts / "shopping.txt", ["Bread", "Water"])
    shutil.copy(texts / f"{NOTICE}.txt", texts / "a-second-copy.txt")
    rows = lines(texts / f"{NOTICE}.txt")
    write(texts / "half.txt", rows[:4])
    found = verify(small, texts)
    assert found.strangers == [texts / "half.txt", texts / f"{NOTICE}.txt", texts / "shopping.txt"]
    assert of(found, NOTICE).text == texts / "a-second-copy.txt"
    assert found.is_clean


def test_the_better_text_wins_although_it_comes_later(small: BaseGraph, texts: Path) -> None:
    rows = lines(texts / f"{NOTICE}.txt")
    write(texts / "a-half.txt", rows[:4])
    found = verify(small, texts)
    assert of(found, NOTICE).text == texts / f"{NOTICE}.txt"
    assert found.strangers == [texts / "a-half.txt"]


def test_the_digest_of_the_whole_text(tmp_path: Path) -> None:
    from mhgraph.text.passages import digest_paragraph

    digest = digest_paragraph("One")
    graph = build_graph(
        tmp_path / "p",
        sources={
            "k": f"""source:k a mh:Source . :c1 a mh:Capture ; mh:isCaptureOf source:k ; mh:hasDigest "{"0" * 64}" .
                :p01 a mh:Passage ; dcterms:isPartOf source:k ; mh:isSeenIn :c1 ;
                    mh:hasNumber 1 ; mh:hasDigest "{digest}" ."""
        },
    )
    folder = tmp_path / "texts"
    folder.mkdir()
    write(folder / "one.txt", ["One"])
    found = verify(graph, folder)
    assert of(found, "k").problems == ("the digest of the whole text differs",)
    assert not found.is_clean


def test_a_passage_of_several_lines_and_a_second_capture(tmp_path: Path) -> None:
    from mhgraph.text.passages import digest_text

    graph = build_graph(
        tmp_path / "p",
        sources={
            "k": f"""source:k a mh:Source . :c1 a mh:Capture ; mh:isCaptureOf source:k .
                :c2 a mh:Capture ; mh:isCaptureOf source:k .
                :p01 a mh:Passage ; dcterms:isPartOf source:k ; mh:isSeenIn :c1 ; mh:hasNumber 1 ;
                    mh:hasDigest "{digest_text("One")}" .
                :row a mh:Passage ; dcterms:isPartOf source:k ; mh:isSeenIn :c1 ; mh:hasNumber 2 ; mh:hasLastNumber 3 ;
                    mh:hasDigest "{digest_text("Two" + chr(10) + "Three")}" .
                :lead a mh:Passage ; dcterms:isPartOf source:k ; mh:isSeenIn :c2 ; mh:hasDocumentLabel "lead" ;
                    mh:hasDigest "{digest_text("Four")}" ."""
        },
    )
    folder = tmp_path / "texts"
    folder.mkdir()
    write(folder / "one.txt", ["One", "Two", "Three"])
    write(folder / "two.txt", ["Four"])
    found = verify(graph, folder)
    assert {source.key: (source.text, source.matching, source.problems) for source in found.sources} == {
        "k#c1": (folder / "one.txt", 2, ()),
        "k#c2": (folder / "two.txt", 1, ()),
    }
    write(folder / "one.txt", ["One", "Two", "Trhee", "Five"])
    problems = ("paragraphs 2 to 3 differ", "paragraph 4 of the text is not recorded")
    assert of(verify(graph, folder), "k#c1").problems == problems
    write(folder / "one.txt", ["One", "Two"])
    assert of(verify(graph, folder), "k#c1").problems == ("paragraphs 2 to 3 are not in the text",)


def test_folders_without_texts(small: BaseGraph, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such folder"):
        verify(small, tmp_path / "none")
    with pytest.raises(UnreadableFile, match=r"no text \(\*\.txt\)"):
        verify(small, tmp_path)
    (tmp_path / "latin.txt").write_bytes(b"One\n\xe9")
    with pytest.raises(UnreadableFile, match=r"latin\.txt:2: not UTF-8"):
        verify(small, tmp_path)
