"""Digests against texts: what happened to each paragraph is named, and a text finds its source."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from mhgraph.checks.verification import SourceVerification, Verification, verify
from mhgraph.errors import UnreadableFile
from mhgraph.graph import BaseGraph
from mhgraph.project.folders import Project
from mhgraph.text.alignment import Fate
from mhgraph.text.passages import digest_normal
from tests.builders import build_graph
from tests.conftest import SMALL

NOTICE = "riverside-launch-notice"
KEYS = [path.stem for path in Project(SMALL).sources]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """The texts of the small project, to change."""
    return shutil.copytree(SMALL / "texts", tmp_path / "texts")


def of(found: Verification, key: str) -> SourceVerification:
    (one,) = [source for source in found.sources if source.key == key]
    return one


def told(verification: SourceVerification) -> list[str]:
    return [str(change) for change in verification.differences]


def lines(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def write(path: Path, changed: list[str]) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(changed) + "\n", encoding="utf-8")


def test_untouched_texts_match(small: BaseGraph, texts: Path) -> None:
    found = verify(small, texts)
    assert found.is_clean
    assert found.strangers == {}
    assert [(source.key, source.text) for source in found.sources] == [(key, texts / f"{key}.txt") for key in KEYS]
    assert of(found, NOTICE).matching == 12
    assert found.compared == len(KEYS)


@pytest.mark.parametrize("name", ["zzz.txt", "sub/folder/zzz.txt", "zzz.TXT"])
def test_a_text_is_found_by_its_content(small: BaseGraph, texts: Path, name: str) -> None:
    (texts / name).parent.mkdir(parents=True, exist_ok=True)
    (texts / f"{NOTICE}.txt").rename(texts / name)
    found = verify(small, texts)
    assert found.is_clean
    assert of(found, NOTICE).text == texts / name


@pytest.mark.parametrize("number", [3, 7, 12])
def test_one_changed_character_names_the_paragraph(small: BaseGraph, texts: Path, number: int) -> None:
    path = texts / f"{NOTICE}.txt"
    rows = lines(path)
    rows[number - 1] = rows[number - 1].replace("e", "x", 1)
    write(path, rows)
    found = verify(small, texts)
    assert not found.is_clean
    assert told(of(found, NOTICE)) == [f"paragraph {number} differs, now paragraph {number}"]
    assert of(found, NOTICE).matching == 11
    assert of(found, NOTICE).differences[0].passages == (f"p{number:02}",)


def change_first_line(rows: list[str]) -> list[str]:
    return ["News", *rows]


def move_last_line(rows: list[str]) -> list[str]:
    return [rows[-1], *rows[:-1]]


def quote_otherwise(rows: list[str]) -> list[str]:
    return [row.replace("'", "’") for row in rows]


def split_fifth(rows: list[str]) -> list[str]:
    first, second = rows[4].split(" Tobin ")
    return [*rows[:4], first, f"Tobin {second}", *rows[5:]]


def merge_last_two(rows: list[str]) -> list[str]:
    return [*rows[:-2], " ".join(rows[-2:])]


def drop_last(rows: list[str]) -> list[str]:
    return rows[:-1]


def add_two(rows: list[str]) -> list[str]:
    return [*rows, "More.", "Still more."]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (change_first_line, ["paragraph 1 of the text is not recorded"]),
        (move_last_line, ["paragraph 12 has moved and is now paragraph 1"]),
        (quote_otherwise, ["paragraph 4 differs only in typography (quotes), now paragraph 4"]),
        (split_fifth, ["paragraph 5 has been split and is now paragraphs 5 to 6"]),
        (merge_last_two, ["paragraph 11 and paragraph 12 have been merged into paragraph 11"]),
        (drop_last, ["paragraph 12 is missing"]),
        (add_two, ["paragraph 13 of the text is not recorded", "paragraph 14 of the text is not recorded"]),
    ],
)
def test_what_happened_is_said(
    small: BaseGraph, texts: Path, change: Callable[[list[str]], list[str]], expected: list[str]
) -> None:
    path = texts / f"{NOTICE}.txt"
    write(path, change(lines(path)))
    found = verify(small, texts)
    assert told(of(found, NOTICE)) == expected
    assert not found.is_clean


def test_an_excerpt_is_compared_too(small: BaseGraph, texts: Path) -> None:
    """Its paragraphs carry the document's own labels instead of numbers."""
    path = texts / "valley-review.txt"
    rows = lines(path)
    rows[2] = rows[2].replace("Lakeside", "Lakesidf")
    write(path, rows)
    found = verify(small, texts)
    assert told(of(found, "valley-review")) == ["paragraph 'para. 13' is missing"]
    assert of(found, "valley-review").matching == 6


def test_an_excerpt_may_come_with_the_rest(small: BaseGraph, texts: Path) -> None:
    """Whoever holds more of the document than was at hand has no mismatch."""
    path = texts / "valley-review.txt"
    write(path, ["1. Something else.", *lines(path), "21. The end."])
    found = verify(small, texts)
    assert of(found, "valley-review").is_clean
    assert of(found, "valley-review").matching == 7


def test_unicode_forms_line_ends_and_spaces_are_no_difference(small: BaseGraph, texts: Path) -> None:
    for path in texts.glob("*.txt"):
        text = unicodedata.normalize("NFD", path.read_text(encoding="utf-8")).replace(" ", " \u00a0")
        path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n\r\n").encode())
    assert verify(small, texts).is_clean


def test_a_text_that_is_not_at_hand_is_no_mismatch(small: BaseGraph, texts: Path) -> None:
    (texts / f"{NOTICE}.txt").unlink()
    found = verify(small, texts)
    assert of(found, NOTICE) == SourceVerification(NOTICE)
    assert found.is_clean


def test_a_run_that_compares_nothing_is_not_clean(small: BaseGraph, tmp_path: Path) -> None:
    write(tmp_path / "texts" / "shopping.txt", ["Bread", "Water"])
    found = verify(small, tmp_path / "texts")
    assert found.compared == 0
    assert not found.is_clean
    assert list(found.strangers.values()) == ["it belongs to no source"]


def test_a_text_that_is_named_for_a_source_and_is_another_is_a_finding(small: BaseGraph, texts: Path) -> None:
    """However much of it was rewritten: nothing of it may pass for a text that nobody knows."""
    write(texts / f"{NOTICE}.txt", [f"{row[::-1]}" for row in lines(texts / f"{NOTICE}.txt")])
    found = verify(small, texts)
    assert not found.is_clean
    assert of(found, NOTICE).problems == ("the text is named for this source, and no paragraph of it is recorded",)
    assert of(found, NOTICE).count(Fate.DIFFERS) == 12


def test_strangers_are_named(small: BaseGraph, texts: Path) -> None:
    write(texts / "shopping.txt", ["Bread", "Water"])
    shutil.copy(texts / f"{NOTICE}.txt", texts / "a-second-copy.txt")
    write(texts / "half.txt", lines(texts / f"{NOTICE}.txt")[:4])
    found = verify(small, texts)
    spare = f"it has paragraphs of {NOTICE}, of which a nearer text is at hand"
    assert found.strangers == {
        texts / "a-second-copy.txt": spare,
        texts / "half.txt": spare,
        texts / "shopping.txt": "it belongs to no source",
    }
    assert of(found, NOTICE).text == texts / f"{NOTICE}.txt"
    assert found.is_clean


def test_a_copy_that_is_the_text_comes_before_one_that_is_named_and_both_are_compared(
    small: BaseGraph, texts: Path
) -> None:
    rows = lines(texts / f"{NOTICE}.txt")
    (texts / f"{NOTICE}.txt").rename(texts / "zzz.txt")
    write(texts / f"{NOTICE}.txt", rows[:-1])
    found = verify(small, texts)
    both = [source for source in found.sources if source.key == NOTICE]
    assert [(source.text, told(source)) for source in both] == [
        (texts / "zzz.txt", []),
        (texts / f"{NOTICE}.txt", ["paragraph 12 is missing"]),
    ]


def test_a_line_that_two_sources_have_does_not_make_a_text_theirs(tmp_path: Path) -> None:
    sources = {key: record(key, "Menu", f"Only {key}", "Footer") for key in ("k", "m")}
    graph = build_graph(tmp_path / "p", sources=sources)
    write(tmp_path / "texts" / "other.txt", ["Menu", "Something else", "Footer"])
    found = verify(graph, tmp_path / "texts")
    assert list(found.strangers) == [tmp_path / "texts" / "other.txt"]
    write(tmp_path / "texts" / "k-again.txt", ["Menu", "Only k", "New", "Footer"])
    assert told(of(verify(graph, tmp_path / "texts"), "k")) == ["paragraph 3 of the text is not recorded"]


def record(key: str, *paragraphs: str, capture: str = "c1", address: str = "") -> str:
    """Return a source of which a text was captured."""
    url = f"; schema:url <{address}>" if address else ""
    head = f"""source:{key} a mh:Source . :{capture} a mh:Capture ; mh:isCaptureOf source:{key} {url} ;
        mh:hasExtent concept:extent-whole ; mh:hasDigest "{digest_normal(chr(10).join(paragraphs))}" ."""
    return head + "".join(
        f""" :p{number:02} a mh:Passage ; dcterms:isPartOf source:{key} ; mh:isSeenIn :{capture} ;
            mh:hasNumber {number} ; mh:hasDigest "{digest_normal(text)}" ."""
        for number, text in enumerate(paragraphs, start=1)
    )


def test_a_text_is_found_by_the_last_part_of_its_address(tmp_path: Path) -> None:
    source = record("k", "One", "Two", address="https://e.example/news/the-launch-of-the-compact.html")
    graph = build_graph(tmp_path / "p", sources={"k": source})
    write(tmp_path / "texts" / "The launch of the compact.txt", ["Quite", "another"])
    assert of(verify(graph, tmp_path / "texts"), "k").problems


def test_one_text_on_two_sites(tmp_path: Path) -> None:
    digest = digest_normal("One\nTwo")
    other = f""" :c2 a mh:Capture ; mh:isCaptureOf source:k ; mh:hasExtent concept:extent-whole ;
        mh:hasDigest "{digest}" ."""
    graph = build_graph(tmp_path / "p", sources={"k": record("k", "One", "Two") + other})
    folder = tmp_path / "texts"
    write(folder / "one.txt", ["One", "Two"])
    found = verify(graph, folder)
    assert [(source.key, source.text, source.is_clean) for source in found.sources] == [
        ("k#c1", folder / "one.txt", True),
        ("k#c2", folder / "one.txt", True),
    ]
    shutil.copy(folder / "one.txt", folder / "two.txt")
    assert [source.text for source in verify(graph, folder).sources] == [folder / "one.txt", folder / "two.txt"]
    (folder / "two.txt").rename(folder / "k-c2.txt")
    write(folder / "k-c2.txt", ["One", "Two", "Three"])
    assert told(of(verify(graph, folder), "k#c2")) == ["paragraph 3 of the text is not recorded"]


def test_the_digest_of_the_whole_text(tmp_path: Path) -> None:
    source = record("k", "One").replace(f'"{digest_normal("One")}"', f'"{"0" * 64}"', 1)
    graph = build_graph(tmp_path / "p", sources={"k": source})
    write(tmp_path / "texts" / "one.txt", ["One"])
    found = verify(graph, tmp_path / "texts")
    assert of(found, "k").problems == ("the digest of the whole text differs",)
    assert not found.is_clean


def test_a_passage_of_several_lines_and_a_second_capture(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path / "p",
        sources={
            "k": f"""source:k a mh:Source . :c1 a mh:Capture ; mh:isCaptureOf source:k .
                :c2 a mh:Capture ; mh:isCaptureOf source:k .
                :p01 a mh:Passage ; dcterms:isPartOf source:k ; mh:isSeenIn :c1 ; mh:hasNumber 1 ;
                    mh:hasDigest "{digest_normal("One")}" .
                :row a mh:Passage ; dcterms:isPartOf source:k ; mh:isSeenIn :c1 ; mh:hasNumber 2 ; mh:hasLastNumber 3 ;
                    mh:hasDigest "{digest_normal("Two" + chr(10) + "Three")}" .
                :lead a mh:Passage ; dcterms:isPartOf source:k ; mh:isSeenIn :c2 ; mh:hasDocumentLabel "lead" ;
                    mh:hasDigest "{digest_normal("Four")}" ."""
        },
    )
    folder = tmp_path / "texts"
    write(folder / "one.txt", ["One", "Two", "Three"])
    write(folder / "two.txt", ["Four"])
    found = verify(graph, folder)
    assert {source.key: (source.text, source.matching, source.is_clean) for source in found.sources} == {
        "k#c1": (folder / "one.txt", 2, True),
        "k#c2": (folder / "two.txt", 1, True),
    }
    write(folder / "one.txt", ["One", "Two", "Trhee"])
    assert told(of(verify(graph, folder), "k#c1")) == ["paragraphs 2 to 3 differ, now paragraphs 2 to 3"]
    write(folder / "one.txt", ["One"])
    assert told(of(verify(graph, folder), "k#c1")) == ["paragraphs 2 to 3 are missing"]


def test_words_of_the_text_are_named_wherever_we_took_them_over(tmp_path: Path) -> None:
    text = "The Board urges the villages to test every well twice a year."
    said = """ :p01 { rec:a a mh:Recommendation ; rdfs:label "Urges the villages to test every well"@en .
        provision:b mh:says "To look after the water"@en . actor:c a mh:Organization ;
        rdfs:label "Villages to test every well twice a year" . }"""
    graph = build_graph(tmp_path / "p", sources={"k": record("k", text) + said}, with_ontology=True)
    write(tmp_path / "texts" / "k.txt", [text])
    found = verify(graph, tmp_path / "texts")
    assert [(copied.passage[-3:], copied.thing[-5:], copied.words) for copied in of(found, "k").copied] == [
        ("p01", "rec/a", "urges the villages to test every well")
    ]
    assert not found.is_clean


def test_a_folder_called_like_a_text_and_a_file_that_is_none_do_not_end_the_run(small: BaseGraph, texts: Path) -> None:
    (texts / "folder.txt").mkdir()
    assert verify(small, texts).is_clean
    (texts / "nothing.txt").write_bytes(b"One\0\xe9")
    found = verify(small, texts)
    assert list(found.unreadable) == [texts / "nothing.txt"]
    assert found.compared == len(KEYS)
    assert not found.is_clean


def test_folders_without_texts(small: BaseGraph, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such folder"):
        verify(small, tmp_path / "none")
    (tmp_path / "x.txt").mkdir()
    with pytest.raises(UnreadableFile, match=r"no text \(\*\.txt\)"):
        verify(small, tmp_path)
