"""The lines of statements: exact for every file of ours, and for layouts that people write by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal

from mhgraph.files import read_text
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import DEFAULT
from mhgraph.rdf.turtle.parse import parse_text
from mhgraph.rdf.turtle.positions import Position, read_layout

TRIG = Path("own.trig")

BY_HAND = [
    ("<a:a> <a:b> <a:c> .", [1]),
    ("<a:a> <a:b> 1,2 ,\n 3; <a:c> 4.5 .\n<a:d> a <a:e>.", [1, 1, 2, 2, 3]),
    ("PREFIX e: <http://e/>\nBASE <http://b/>\ne:a e:b <c> .", [3]),
    ("@prefix e: <http://e/> . @base <http://b/> .\n\ne:a e:b 'x'@en-gb , \"y\"^^e:t .", [3, 3]),
    ("GRAPH <a:g> { <a:a> <a:b> true }\n<a:h> {\n<a:a> <a:b> _:x .\n}", [1, 3]),
    ("# <a:a> <a:b> <a:c> .\n<a:a> <a:b> '''two\nlines''' ; # not ; here\n <a:c> 'it#s' .", [2, 4]),
    ('<a:a> <a:b> "a \\" . <x:x> , ; b" , """ " "" \\"x""" , .5 , -1e3 .', [1, 1, 1, 1]),
    ("@prefix : <http://e/> . @prefix e.f: <http://f/> .\n:a.b :c\\,d :e\\#f .\n:a e.f:g :h.", [2, 3]),
    ("<a:a>\n<a:b>\n<a:c>\n;\n.", [3]),
    ("", []),
]


@pytest.mark.parametrize(("text", "lines"), BY_HAND, ids=range(len(BY_HAND)))
def test_layouts_by_hand(text: str, lines: list[int]) -> None:
    quads = parse_text(text, TRIG)
    assert [position.line for position in read_layout(text).positions(len(quads))] == lines


@pytest.mark.parametrize("text", ["<a:a> <a:b> [ <a:c> 1 ] .", "<a:a> <a:b> ( 1 2 ) .", "[] <a:b> 1 ."])
def test_brackets_are_not_told_apart(text: str) -> None:
    found = read_layout(f"<a:x> <a:y> 1 .\n{text}")
    assert found.positions(3) == [Position()] * 3
    assert found.blank == 2


def test_tags_and_blank_nodes_have_their_lines() -> None:
    found = read_layout('<a:a> <a:b> "x"@EN ,\n "y"@fr .\n<a:a> <a:b> _:c .')
    assert found.languages == [(1, "EN"), (2, "fr")]
    assert found.blank == 3


def test_the_graph_of_a_statement_has_its_line() -> None:
    text = "<a:a> <a:b> 1 .\n<a:g>\n{\n<a:a> <a:b> 1 . <a:a> <a:b>\n2 }\n\nGRAPH <a:h> { <a:a> <a:b> 1 } <a:a> <a:b> 3."
    assert read_layout(text).statements == [(1, None), (4, 2), (5, 2), (7, 7), (7, None)]


def test_comments_have_their_lines() -> None:
    assert read_layout("# one\n<a:a> <a:b#c> '#' . # two\n# three").comments == [1, 2, 3]


def to_name(graph: object) -> str:
    """Return how a graph of ours is written: by its last part."""
    return re.split(r"[/#]", str(graph)[1:-1])[-1]


def test_every_statement_of_ours_stands_on_its_line(shipped: Project, small_project: Project) -> None:
    checked = 0
    for project in (shipped, small_project):
        for path in [*project.data, *project.ontology]:
            text = read_text(path)
            quads, rows = parse_text(text, path), text.split("\n")
            for quad, (line, graph) in zip(quads, read_layout(text).positions(len(quads)), strict=True):
                assert line is not None, path
                assert (graph is not None) == (quad.graph_name != DEFAULT)
                if graph is not None:
                    assert rows[graph - 1].endswith(f"{to_name(quad.graph_name)} {{"), f"{path}:{graph}"
                term = quad.object
                word = term.value if isinstance(term, Literal) else re.split(r"[/#]", str(term)[1:-1])[-1]
                if not re.search(r"[\"'\\\n]", word):
                    assert word in rows[line - 1], f"{path}:{line}"
                    checked += 1
    assert checked > 1000
