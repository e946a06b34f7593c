"""What a curator writes with: new sources, and the canonical form."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from mhgraph import bounds
from mhgraph.checks.integrity import check
from mhgraph.checks.verification import verify
from mhgraph.errors import (
    CommentInData,
    InvalidValue,
    OversizedLiteral,
    RDFSyntaxError,
    ReadOnlyProject,
    TargetExists,
    UnreadableFile,
)
from mhgraph.graph import load_graph
from mhgraph.ingest.authoring import NewSource, describe_source, find_drift, format_file, write_source
from mhgraph.model import DIGEST, EXTENT, FRAGMENT, IS_CAPTURE_OF, IS_SEEN_IN, NUMBER, PASSAGE, SOURCE_CLASS
from mhgraph.namespaces import CONCEPT, DCTERMS, SCHEMA, SOURCE, passage_iri
from mhgraph.project.canonical import canonical
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project
from mhgraph.rdf.turtle.parse import parse_file
from mhgraph.text.passages import digest_paragraph, digest_text
from tests.conftest import SMALL

TEXT = "One  small\u00a0paragraph\r\n\r\nAnother one, to be found\n\nwrite to desk@mail.example.org\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A captured text."""
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_every_paragraph_is_there_and_unread(small_copy: Project, text: Path) -> None:
    path = write_source(small_copy, NewSource("new-one", "A new one", "en", "https://new.example/one"), text)
    assert path == small_copy.root / "data" / "sources" / "new-one.trig"
    graph = load_graph(small_copy)
    (found,) = [source for source in graph.coverage() if source.key == "new-one"]
    assert (found.extent, found.unread, found.with_statements, found.with_none) == (
        "whole",
        ("p01", "p02", "p03"),
        0,
        0,
    )
    assert verify(graph, text.parent).sources[0].problems == ()
    assert path.read_bytes() == canonical(parse_file(path), key="new-one")


def test_what_is_written_of_a_source(small_copy: Project, text: Path) -> None:
    publisher = "https://w3id.org/mhgraph/actor/valley-register"
    source = NewSource("new-one", "Une chose “nouvelle”", "fr", "https://new.example/one", publisher)
    quads = parse_file(write_source(small_copy, source, text))
    about = {(quad.subject, quad.predicate): quad.object for quad in quads}
    node = NamedNode("https://w3id.org/mhgraph/source/new-one")
    assert about[node, NamedNode(f"{DCTERMS}title")] == Literal("Une chose “nouvelle”", language="fr")
    assert about[node, NamedNode(f"{DCTERMS}language")] == Literal("fr")
    assert about[node, NamedNode(f"{DCTERMS}publisher")] == NamedNode(publisher)
    assert about[node, NamedNode(f"{SCHEMA}url")] == NamedNode("https://new.example/one")
    capture = NamedNode(passage_iri("new-one", "c1"))
    assert about[capture, IS_CAPTURE_OF] == node
    assert about[capture, EXTENT] == NamedNode(f"{CONCEPT}extent-whole")
    assert about[capture, NamedNode(f"{SCHEMA}url")] == NamedNode("https://new.example/one")
    assert about[capture, DIGEST] == Literal(digest_text(TEXT))
    first = NamedNode(passage_iri("new-one", "p01"))
    assert about[first, DIGEST] == Literal(digest_paragraph("One small paragraph"))
    assert about[first, NUMBER] == Literal(1)
    assert about[first, IS_SEEN_IN] == capture
    assert about[first, FRAGMENT] == Literal("#:~:text=One%20small%20paragraph")
    assert (NamedNode(passage_iri("new-one", "p03")), FRAGMENT) not in about  # it holds an address
    assert not any("desk@" in str(quad.object) for quad in quads)


def test_without_an_address_there_are_no_fragments() -> None:
    quads = describe_source(NewSource("k", "T"), TEXT)
    predicates = {quad.predicate for quad in quads}
    assert FRAGMENT not in predicates
    assert NamedNode(f"{SCHEMA}url") not in predicates
    assert NamedNode(f"{DCTERMS}publisher") not in predicates


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    [
        "a" * 500_000,
        f"{'b' * 500_000} two three",
        "é" * 2_000,
        "one\n" * 200,
        f"# {'c' * 99_999}\nd",
        "e\u0301\u200b",
    ],
    ids=["a word", "words", "escapes", "lines", "a mark", "what is not seen"],
)
def test_what_is_written_every_command_reads(small_copy: Project, tmp_path: Path, text: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text(text, encoding="utf-8")
    title, address = "T" * bounds.TITLE, f"https://example.org/{'a' * (bounds.NAME - 20)}"
    target = write_source(small_copy, NewSource("k" * bounds.KEY, title, "en", address), path)
    assert format_file(target) == target.read_bytes()
    found = [finding for finding in check(parse_project(small_copy)) if finding.file == small_copy.relative(target)]
    assert {finding.check for finding in found} <= {"integrity:paragraph-state"}
    assert load_graph(small_copy).resolve("k" * bounds.KEY).value == f"{SOURCE}{'k' * bounds.KEY}"


def test_a_label_beyond_the_bound_is_not_written(small_copy: Project) -> None:
    """The name of a provision is made of its kind, its number and its instrument; each of them may be read."""
    path = small_copy.root / "data" / "entities" / "instrument" / "instrument.ttl"
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("Village Health Compact", "V" * (bounds.LITERAL - 20)), encoding="utf-8")
    with pytest.raises(OversizedLiteral):
        find_drift(small_copy, small_copy.data)


def test_nothing_is_overwritten(small_copy: Project, text: Path) -> None:
    path = small_copy.sources[0]
    before = path.read_bytes()
    with pytest.raises(TargetExists, match="exists already; choose another key, or edit the file"):
        write_source(small_copy, NewSource(path.stem, "T"), text)
    assert path.read_bytes() == before


@pytest.mark.parametrize("key", ["", "Upper", "a_b", "a--b", "-a", "a-", "7a", "../a", "a/b", "é", "a\n"])
def test_a_key_is_a_slug(small_copy: Project, text: Path, key: str) -> None:
    expected = "does not fit key; expected lower case letters, digits and hyphens, a letter first"
    with pytest.raises(InvalidValue, match=expected):
        write_source(small_copy, NewSource(key, "T"), text)


def test_a_key_is_no_prefix_in_use(small_copy: Project, text: Path) -> None:
    with pytest.raises(InvalidValue, match="'actor' does not fit key; expected a name that is no prefix"):
        write_source(small_copy, NewSource("actor", "T"), text)


@pytest.mark.parametrize(
    ("source", "parameter"),
    [
        (NewSource("k", " "), "title"),
        (NewSource("k", "T", "English"), "language"),
        (NewSource("k", "T", "en", "new.example"), "address"),
        (NewSource("k", "T", "en", "https://new.example/a b"), "address"),
        (NewSource("k", "T", "en", "javascript:alert(1)"), "address"),
    ],
)
def test_other_values_are_checked(small_copy: Project, text: Path, source: NewSource, parameter: str) -> None:
    with pytest.raises(InvalidValue) as caught:
        write_source(small_copy, source, text)
    assert caught.value.parameter == parameter
    assert len(small_copy.sources) == 4


def test_texts_that_are_none(small_copy: Project, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        write_source(small_copy, NewSource("k", "T"), tmp_path / "none.txt")
    (tmp_path / "blank.txt").write_text(" \n\u00a0\n", encoding="utf-8")
    with pytest.raises(InvalidValue, match="a text with at least one paragraph"):
        write_source(small_copy, NewSource("k", "T"), tmp_path / "blank.txt")
    (tmp_path / "latin.txt").write_bytes(b"\xe9")
    with pytest.raises(UnreadableFile, match="not UTF-8"):
        write_source(small_copy, NewSource("k", "T"), tmp_path / "latin.txt")
    assert len(small_copy.sources) == 4


def test_the_installed_copy_is_not_written_into(
    small_copy: Project, text: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mhgraph.project.folders._PACKAGED", small_copy.root)
    with pytest.raises(ReadOnlyProject):
        write_source(small_copy, NewSource("k", "T"), text)
    assert len(small_copy.sources) == 4


def test_the_small_project_does_not_drift(small_project: Project) -> None:
    assert find_drift(small_project, small_project.data) == {}
    assert find_drift(small_project, small_project.ontology) == {}


def test_what_is_shipped_does_not_drift(shipped: Project) -> None:
    files = [*shipped.data, *shipped.ontology, *shipped.shapes]
    assert [path.name for path in find_drift(shipped, files)] == []


def test_drift_is_found_and_fixed(small_copy: Project) -> None:
    source, entity = small_copy.sources[0], small_copy.entities[0]
    before = {path: path.read_bytes() for path in (source, entity)}
    source.write_bytes(before[source].replace(b"\t", b"    "))
    entity.write_bytes(b"\r\n".join(before[entity].split(b"\n")))
    found = find_drift(small_copy, small_copy.data)
    assert found == before
    for path, form in found.items():
        path.write_bytes(form)
    assert find_drift(small_copy, small_copy.data) == {}


def test_provisions_are_named_by_their_place(small_copy: Project) -> None:
    (path,) = [path for path in small_copy.entities if path.stem == "provision"]
    before = path.read_text(encoding="utf-8")
    path.write_text(before.replace("VHC Objective 1: Clean water", "Care for water"), encoding="utf-8")
    assert find_drift(small_copy, [path]) == {path: before.encode()}
    path.write_text(before.replace("Clean water within an hour", "Water"), encoding="utf-8")  # title and label
    assert 'rdfs:label "VHC Objective 1: Water' in find_drift(small_copy, [path]).get(path, path.read_bytes()).decode()


def test_a_label_in_another_language_stays(small_copy: Project) -> None:
    (path,) = [path for path in small_copy.entities if path.stem == "provision"]
    before = path.read_text(encoding="utf-8")
    added = before.replace("@es ;\n\tmh:hasKind", '@es , "Agua limpa"@pt ;\n\tmh:hasKind', 1)
    path.write_text(added, encoding="utf-8")
    (form,) = find_drift(small_copy, [path]).values()
    assert '"Agua limpa"@pt' in form.decode()
    assert form.decode().count("PSA, objetivo 1:") == before.count("PSA, objetivo 1:")


def test_shapes_keep_their_brackets(small_copy: Project) -> None:
    path = small_copy.shapes[0]
    path.write_text("<urn:a> <urn:p> [ <urn:q> ( 1 <urn:b> ) ] .", encoding="utf-8")
    assert find_drift(small_copy, [path]) == {path: b"<urn:a>\n  <urn:p> [ <urn:q> ( 1 <urn:b> ) ] .\n"}
    path.write_text("<urn:a> <urn:p> _:b . <urn:c> <urn:p> _:b .", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="a blank node is not used just once; give it a name"):
        find_drift(small_copy, [path])


def test_the_empty_prefix_is_for_sources_only(small_copy: Project) -> None:
    assert format_file(small_copy.sources[0]).startswith(b"@prefix : <https://w3id.org/mhgraph/source/")
    assert b"@prefix : " not in format_file(small_copy.judgements[0])
    assert b"@prefix : " not in format_file(small_copy.entities[0])


def test_a_file_with_another_name_keeps_the_form_of_its_source(small_copy: Project) -> None:
    source = small_copy.sources[0]
    moved = source.rename(source.with_name("other.trig"))
    assert find_drift(small_copy, [moved]) == {}
    found = [finding.check for finding in check(parse_project(small_copy))]
    assert "integrity:source-file" in found
    assert "integrity:canonical-format" not in found


def test_a_file_without_a_source_or_with_two_is_named_after_itself(tmp_path: Path) -> None:
    path = tmp_path / "sources" / "k.trig"
    path.parent.mkdir()
    typed = [f"<{SOURCE}{key}> a {SOURCE_CLASS} ." for key in ("a", "b")]
    for lines in ([], typed):
        path.write_text("\n".join([*lines, f"<{SOURCE}k#p01> a {PASSAGE} ."]), encoding="utf-8")
        assert format_file(path).startswith(f"@prefix : <{SOURCE}k#> .".encode())


def test_comments_are_refused(small_copy: Project) -> None:
    path = small_copy.entities[0]
    before = path.read_bytes() + b"\n# a remark\n"
    path.write_bytes(before)
    line = before.count(b"\n")
    with pytest.raises(CommentInData, match=rf"{path.name}:{line}: a comment would be lost"):
        find_drift(small_copy, small_copy.data)
    assert path.read_bytes() == before


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        format_file(tmp_path / "none.ttl")
    (tmp_path / "bad.ttl").write_text("oops", encoding="utf-8")
    with pytest.raises(RDFSyntaxError):
        format_file(tmp_path / "bad.ttl")


def test_the_small_texts_make_the_small_sources(small_copy: Project) -> None:
    """Numbers, digests and fragments of the hand-made sources are those that the tool would have made."""
    for key, address in (
        ("riverside-launch-notice", "https://riverside.example/notices/compact-launch"),
        ("valley-register-launch", "https://valley.example/register/17"),
    ):
        text = (SMALL / "texts" / f"{key}.txt").read_text(encoding="utf-8")
        made = {quad.triple for quad in describe_source(NewSource(key, "T", "en", address), text)}
        kept = {quad.triple for quad in parse_file(small_copy.root / "data" / "sources" / f"{key}.trig")}
        for predicate in (NUMBER, DIGEST, FRAGMENT):
            mine = {triple for triple in kept if triple.predicate == predicate}
            assert mine <= {triple for triple in made if triple.predicate == predicate}
            assert mine
