"""What is recorded of captures and of the passages seen in them."""

from __future__ import annotations

from pathlib import Path

from mhgraph.graph import BaseGraph
from mhgraph.graph.captures import RecordedPassage, read_captures
from mhgraph.namespaces import SOURCE
from tests.builders import build_graph


def test_the_captures_of_the_small_project(small: BaseGraph) -> None:
    found = read_captures(small.store)
    assert list(found) == sorted(found)
    (capture,) = found["riverside-launch-notice"]
    assert (capture.name, capture.is_text, len(capture.passages)) == ("c1", True, 12)
    assert [passage.number for passage in capture.passages] == list(range(1, 13))
    (excerpt,) = found["valley-review"]
    assert not excerpt.is_text
    assert {passage.number for passage in excerpt.passages} == {None}


def test_captures_passages_and_their_lines(tmp_path: Path) -> None:
    graph = build_graph(
        tmp_path,
        sources={
            "k": """source:k a mh:Source . :c2 a mh:Capture ; mh:isCaptureOf source:k .
                :c10 a mh:Capture ; mh:isCaptureOf source:k ; mh:hasDigest "d" ; mh:hasExtent concept:extent-excerpt ;
                    schema:url <https://e.example/> .
                :record a mh:Record ; mh:isSeenIn :c2 ; mh:hasDigest "r" .
                :row a mh:Passage ; mh:isSeenIn :c2 ; mh:hasNumber 3 ; mh:hasLastNumber 5 ; mh:hasDigest "b" ;
                    mh:hasTextFragment "#:~:text=Hillside%20A,joined" .
                :p01 a mh:Passage ; mh:isSeenIn :c2 ; mh:hasNumber 1 ; mh:hasDigest "a" ; mh:hasDocumentLabel "1." .
                :p02 a mh:Passage ; mh:isSeenIn :c2 ; mh:hasNumber 2 ."""
        },
    )
    (two, ten) = read_captures(graph.store)["k"]
    assert (ten.name, ten.digest, ten.extent, ten.address) == ("c10", "d", "excerpt", "https://e.example/")
    first, row = two.passages
    assert first == RecordedPassage(f"{SOURCE}k#p01", "a", 1, None, "1.")
    assert (row.name, row.number, row.last) == ("row", 3, 5)
    assert (row.paragraph().opening, row.paragraph().closing, row.paragraph().span) == ("Hillside A", "joined", 3)
