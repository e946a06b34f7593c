"""The canonical form of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.checks.integrity import check
from mhgraph.errors import CommentInData, RDFSyntaxError, UnreadableFile
from mhgraph.ingest.formatting import find_drift, format_file
from mhgraph.model import PASSAGE, SOURCE_CLASS
from mhgraph.namespaces import SOURCE
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project


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


def test_prefixes_of_the_project_need_not_be_declared(small_copy: Project) -> None:
    for path in (small_copy.sources[0], small_copy.entities[0]):
        before = path.read_text(encoding="utf-8")
        lines = [line for line in before.split("\n") if not line.startswith(("@prefix mh:", "@prefix concept:"))]
        path.write_text("\n".join(lines), encoding="utf-8")
        assert find_drift(small_copy, [path]) == {path: before.encode()}
