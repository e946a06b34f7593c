"""The files of a project, parsed once: roles, statements with their places, the source that a file describes."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from mhgraph.errors import RDFSyntaxError, UnreadableFile
from mhgraph.files import read_bytes
from mhgraph.graph import load_graph
from mhgraph.model import PASSAGE, SOURCE_CLASS
from mhgraph.namespaces import RDFS, SOURCE
from mhgraph.project.folders import Project
from mhgraph.project.statements import ROLES, ParsedProject, canonical_file, described_source, parse_project
from mhgraph.rdf.turtle.parse import parse_text
from tests.builders import build_project, in_graph


@pytest.fixture(scope="module")
def parsed(small_project: Project) -> ParsedProject:
    return parse_project(small_project)


def test_every_file_is_there_with_its_role(small_project: Project, parsed: ParsedProject) -> None:
    assert [small_project.root / file.path for file in parsed.files] == [*small_project.ontology, *small_project.data]
    lists = (small_project.dataset, small_project.entities, small_project.sources, small_project.judgements)
    assert [len(parsed.of(role)) for role in ROLES[1:]] == [len(files) for files in lists]
    assert all(lists)
    assert len(parsed.of(*ROLES)) == len(parsed.files)
    for file in parsed.files:
        assert file.data == read_bytes(small_project.root / file.path)


def test_every_statement_of_the_data_has_its_place(parsed: ParsedProject) -> None:
    assert len(parsed.statements) == sum(len(file.quads) for file in parsed.files if file.role != "ontology")
    assert len(parsed.schema) == sum(len(file.quads) for file in parsed.of("ontology"))
    for statement in parsed.statements:
        assert statement.line is not None
        assert (statement.position.graph is None) == (statement.graph == "")


def test_a_statement_tells_its_parts(tmp_path: Path) -> None:
    text = "source:k a mh:Source .\n:p01 a mh:Passage .\n:p01 {\n  actor:a rdfs:label 'A'@EN ;\n rdfs:seeAlso _:b }\n#"
    (file,) = parse_project(build_project(tmp_path, sources={"k": text})).of("sources")
    source, passage, label, other = file.statements
    above = file.text.count("\n") - text.count("\n")
    assert [(statement.line or 0) - above for statement in file.statements] == [1, 2, 4, 5]
    assert [statement.position.graph for statement in file.statements] == [None, None, above + 3, above + 3]
    assert source.declares(SOURCE_CLASS)
    assert not source.declares(PASSAGE)
    assert passage.terms == tuple(passage.quad.triple)
    assert label.graph == f"{SOURCE}k#p01"
    assert label.terms == (*label.quad.triple, NamedNode(f"{SOURCE}k#p01"))
    assert (label.subject, label.predicate, label.value) == (label.names[0], NamedNode(f"{RDFS}label"), "A")
    assert (len(label.names), other.names, other.value.startswith("_:")) == (1, label.names, True)
    assert file.capital_tags == [(above + 4, "EN")]
    assert (file.layout.blank, file.layout.comments) == (above + 5, [above + 6])


def test_described_passages(parsed: ParsedProject) -> None:
    assert f"{SOURCE}riverside-launch-notice#p01" in parsed.passages
    assert all(statement.declares(PASSAGE) for statement in parsed.passages.values())


def test_the_model_is_that_of_the_ontology(parsed: ParsedProject) -> None:
    assert PASSAGE in parsed.model.classes


def test_the_canonical_form_of_a_source_binds_its_own_passages(parsed: ParsedProject) -> None:
    for file in parsed.files:
        if file.role != "ontology":
            assert file.canonical() == file.data
            assert file.canonical().startswith(b"@prefix : ") == (file.role == "sources")


@pytest.mark.parametrize("keys", [(), ("a", "b")])
def test_a_file_without_a_source_or_with_two_is_named_after_itself(keys: tuple[str, ...]) -> None:
    path = Path("sources") / "k.trig"
    typed = [f"<{SOURCE}{key}> a {SOURCE_CLASS} ." for key in keys]
    quads = parse_text("\n".join([*typed, f"<{SOURCE}k#p01> a {PASSAGE} ."]), path)
    assert described_source(quads, path) == f"{SOURCE}k"
    assert canonical_file(quads, path).startswith(f"@prefix : <{SOURCE}k#> .".encode())


def test_a_graph_can_be_made_of_what_is_parsed(small_project: Project, parsed: ParsedProject) -> None:
    graph = load_graph(parsed)
    assert graph.project == small_project
    assert in_graph(graph, "source:riverside-launch-notice#p01") == in_graph(
        load_graph(small_project), "source:riverside-launch-notice#p01"
    )


def test_a_broken_file_is_named(small_copy: Project) -> None:
    path = small_copy.sources[0]
    path.write_text("oops", encoding="utf-8")
    with pytest.raises(RDFSyntaxError) as caught:
        parse_project(small_copy)
    assert (caught.value.path, caught.value.line) == (path, 1)
    path.write_bytes(b"\xff")
    with pytest.raises(UnreadableFile, match="not UTF-8"):
        parse_project(small_copy)
