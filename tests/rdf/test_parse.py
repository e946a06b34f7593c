"""Parsing: errors that name the line, and what is refused though a parser would take it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import Quad

from mhgraph.bounds import LITERAL, NAME
from mhgraph.errors import MhgraphError, OversizedLiteral, OversizedName, RDFSyntaxError, UnreadableFile
from mhgraph.project.canonical import canonical
from mhgraph.project.folders import Project
from mhgraph.rdf.turtle.parse import parse_dump, parse_file, parse_text
from mhgraph.rdf.turtle.positions import read_layout


@pytest.mark.parametrize("name", ["bad.ttl", "bad.trig"])
@pytest.mark.parametrize("read", [parse_file, parse_dump])
def test_a_syntax_error_names_the_line(tmp_path: Path, name: str, read: Callable[[Path], list[Quad]]) -> None:
    path = tmp_path / name
    path.write_text("@prefix e: <http://e/> .\n\ne:a e:b e:c .\ne:a e:b oops .\n", encoding="utf-8")
    with pytest.raises(RDFSyntaxError) as caught:
        read(path)
    assert caught.value.line == 4
    assert str(caught.value).startswith(f"{path}:4: not valid RDF: ")
    assert "Parser error" not in str(caught.value)
    assert str(caught.value).endswith("; fix the syntax at this line")


def test_a_graph_in_turtle_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("<http://e/g> { <http://e/a> <http://e/b> <http://e/c> }", encoding="utf-8")
    with pytest.raises(RDFSyntaxError):
        parse_file(path)


def test_a_literal_that_is_too_long_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "long.ttl"
    path.write_text(f'<http://e/a> <http://e/b> "" ,\n"{"x" * (LITERAL + 1)}" .', encoding="utf-8")
    with pytest.raises(OversizedLiteral) as caught:
        parse_dump(path)
    assert (caught.value.line, caught.value.length, caught.value.limit) == (2, LITERAL + 1, LITERAL)


@pytest.mark.parametrize(
    ("long", "error"),
    [
        ("1" * (LITERAL + 1), OversizedLiteral),
        (f'"x"@en{"-12345678" * NAME}', OversizedName),
        (f"<http://e/{'x' * NAME}>", OversizedName),
        (f"e:{'x' * (NAME - 8)}", OversizedName),
        (f'"x"^^<http://e/{"x" * NAME}>', OversizedName),
    ],
    ids=["number", "language", "IRI", "prefixed name", "datatype"],
)
def test_numbers_and_names_have_a_bound_too(tmp_path: Path, long: str, error: type[MhgraphError]) -> None:
    path = tmp_path / "long.ttl"
    path.write_text(f"PREFIX e: <http://e/>\n<http://e/a> <http://e/b> 1 ,\n{long} .", encoding="utf-8")
    with pytest.raises(error) as caught:
        parse_file(path)
    assert caught.value.line == 3


def test_a_bound_is_one_of_values_so_that_the_canonical_form_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "long.ttl"
    name = f"<http://e/{'x' * (NAME - 9)}>"
    for text in (chr(10) * LITERAL, "\\u00e9" * LITERAL, '\\"' * LITERAL):
        path.write_text(f'<http://e/a> {name} """{text}""" .', encoding="utf-8")
        path.write_bytes(canonical(parse_file(path)))
        assert len(parse_file(path)) == 1


@pytest.mark.parametrize("name", ["data.nt", "data.nq"])
def test_only_what_no_curator_writes_may_be_a_dump(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<http://e/a> <http://e/b> <http://e/c> .", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"give Turtle \(\.ttl\) or TriG \(\.trig\)"):
        parse_file(path)
    assert len(parse_dump(path)) == 1


@pytest.mark.parametrize("name", ["data.rdf", "data.jsonld", "data"])
def test_other_formats_are_not_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="give Turtle"):
        parse_file(path)


def test_a_dump_may_be_a_data_file_and_must_be_there(small_project: Project) -> None:
    for path in small_project.data:
        assert parse_dump(path) == parse_file(path)
    with pytest.raises(UnreadableFile):
        parse_dump(small_project.root / "data" / "missing.ttl")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<http://e/a#b> <http://e/c> <http://e/#> .", None),
        ("<http://e/a> <http://e/c> '#', \"#\", '''\n#''', \"\"\"\n#\"\"\" .", None),
        ("<http://e/\\u0041#b> <http://e/c> 1 .", None),
        ("@prefix s: <http://e/> .\ns:k\\#p08 s:a s:b .", None),
        ("<http://e/a> <http://e/c> 'it\\'s # not' .", None),
        ("# here", 1),
        ("<http://e/a> <http://e/c>\n'#' . # here", 2),
        ("<http://e/a> <http://e/c> '''\n\n''' .\n#", 4),
        ("<http://e/a> <http://e/c> \"'\" . # '", 1),
        ("", None),
    ],
)
def test_the_first_comment(text: str, line: int | None) -> None:
    parse_text(text, Path("a.ttl"))  # the texts are valid
    assert next(iter(read_layout(text).comments), None) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<< <a:a> <a:b> <a:c> >> <a:d> 1 .", 1),
        ("<a:a> <a:b> '<<' ,\n <a:c> {| <a:d> 1 |} .", 2),
        ("<a:a> <a:b> <a:c> ~ <a:r> .", 1),
    ],
)
def test_quoted_triples_are_refused(text: str, line: int) -> None:
    with pytest.raises(RDFSyntaxError, match="a quoted triple, which is not read here") as caught:
        parse_text(text, Path("a.ttl"))
    assert caught.value.line == line


def test_marks_of_quoted_triples_may_stand_in_names_and_texts() -> None:
    text = "# << ~ {|\n<http://e/~a> <http://e/b> '<< ~ {|' . <http://e/a> <http://e/b> <http://e/c> ."
    assert len(parse_text(text, Path("a.ttl"))) == 2
    assert len(parse_text("@prefix e: <http://e/> .\ne:a e:b e:\\~c .", Path("a.ttl"))) == 1
