"""RDF in and out: the canonical form and its laws, the bounds of dates, errors that name the line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from mhgraph.errors import OversizedLiteral, RDFSyntaxError, UnreadableFile
from mhgraph.namespaces import PREFIXES, SOURCE, XSD
from mhgraph.project.folders import Project
from mhgraph.model import mh
from mhgraph.rdf.canonical import canonical
from mhgraph.rdf.terms import LABEL, TYPE, date_bounds, natural_key, term_key
from mhgraph.rdf.turtle.parse import MAX_LITERAL, first_comment, load_file, parse_file, parse_text

LOCAL = st.text(alphabet=st.sampled_from("ab19-._~%/:'()éß"), max_size=8).map(lambda text: text.replace("%", "%41"))
PATHS = [space for space in PREFIXES.values() if not space.endswith("#")] + ["http://example.org/", "urn:x:"]
ANCHORS = [space for space in PREFIXES.values() if space.endswith("#")] + [f"{SOURCE}k#", "http://example.org/a#"]
NODES = st.one_of(
    st.builds(lambda start, local: NamedNode(f"{start}{local}"), st.sampled_from([*PATHS, *ANCHORS]), LOCAL),
    st.builds(lambda start, local: NamedNode(f"{start}x#{local}"), st.sampled_from(PATHS), LOCAL),
)
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=12)
LITERALS = st.one_of(
    ANY_TEXT.map(Literal),
    st.builds(lambda text, tag: Literal(text, language=tag), ANY_TEXT, st.sampled_from(["en", "fr", "es-419"])),
    st.integers().map(Literal),
    st.builds(
        lambda text: Literal(text, datatype=NamedNode(f"{XSD}decimal")), st.sampled_from(["1.5", "0.10", "x", ".5"])
    ),
    st.builds(lambda text: Literal(text, datatype=NamedNode(f"{XSD}date")), ANY_TEXT),
    st.builds(lambda text, node: Literal(text, datatype=node), ANY_TEXT, NODES),
)
GRAPHS = st.one_of(st.just(DefaultGraph()), NODES)
QUADS = st.lists(
    st.builds(Quad, NODES, st.one_of(st.just(TYPE), NODES), st.one_of(NODES, LITERALS), GRAPHS), max_size=12
)


def parsed(data: bytes) -> set[Quad]:
    return set(parse_text(data.decode(), Path("all.trig")))


@given(QUADS)
def test_reading_what_was_written_gives_the_same_graph(quads: list[Quad]) -> None:
    assert parsed(canonical(quads)) == set(quads)


@given(QUADS)
def test_writing_twice_is_writing_once(quads: list[Quad]) -> None:
    once = canonical(quads)
    assert canonical(parsed(once)) == once


@given(QUADS.flatmap(lambda quads: st.tuples(st.just(quads), st.permutations([*quads, *quads[:2]]))))
def test_order_and_repetition_change_nothing(pair: tuple[list[Quad], list[Quad]]) -> None:
    quads, shuffled = pair
    assert canonical(shuffled, key="k") == canonical(quads, key="k")


def test_every_data_file_is_canonical(small_project: Project) -> None:
    assert len(small_project.data) == 15
    for path in small_project.data:
        key = path.stem if path.parent.name == "sources" else None
        assert canonical(parse_file(path), key=key) == path.read_bytes()


def test_the_form() -> None:
    text = """
        @prefix e: <https://w3id.org/mhgraph/event/> . @prefix s: <https://w3id.org/mhgraph/source/k#> .
        @prefix mh: <https://w3id.org/mhgraph/ontology#> . @prefix x: <http://www.w3.org/2001/XMLSchema#> .
        s:p10 { e:a10 mh:value 2 . } s:p9 { e:a9 mh:value "1"^^x:gYear ; mh:topic e:x ; a mh:Event . }
        e:a10 a mh:Event . e:a9 a mh:Event ; mh:before e:a10, e:a9 .
    """
    expected = """\
@prefix : <https://w3id.org/mhgraph/source/k#> .
@prefix event: <https://w3id.org/mhgraph/event/> .
@prefix mh: <https://w3id.org/mhgraph/ontology#> .
@prefix source: <https://w3id.org/mhgraph/source/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

event:a9 a mh:Event ;
\tmh:before event:a9 , event:a10 .

event:a10 a mh:Event .

:p9 {
\tevent:a9 a mh:Event ;
\t\tmh:topic event:x ;
\t\tmh:value "1"^^xsd:gYear .
}

:p10 {
\tevent:a10 mh:value 2 .
}
"""
    assert canonical(parse_text(text, Path("k.trig")), key="k").decode() == expected


def test_turtle_where_no_graph_is_named_and_own_prefixes() -> None:
    quads = [Quad(NamedNode("http://e/a"), NamedNode("http://e/b"), NamedNode("http://e/c"))]
    assert (
        canonical(quads, prefixes={"e": "http://e/", "f": "http://f/"})
        == b"@prefix e: <http://e/> .\n\ne:a e:b e:c .\n"
    )
    assert canonical([]) == b""


def test_natural_order() -> None:
    names = ["p10", "p9", "gcm-15e", "gcm-2", "gcm-15", "p", "10", "9a"]
    assert sorted(names, key=natural_key) == ["9a", "10", "gcm-2", "gcm-15", "gcm-15e", "p", "p9", "p10"]
    terms = [Literal("2"), NamedNode("http://e/10"), NamedNode("http://e/9"), Literal("2", language="en")]
    assert sorted(terms, key=term_key)[-2:] == [NamedNode("http://e/9"), NamedNode("http://e/10")]
    assert len({term_key(term) for term in terms}) == 4


@given(st.lists(st.text(alphabet="a0129²٣", max_size=4), unique=True))
def test_natural_order_is_total(names: list[str]) -> None:
    assert len({natural_key(name) for name in names}) == len(names)
    assert sorted(sorted(names), key=natural_key) == sorted(sorted(names, reverse=True), key=natural_key)


def test_natural_order_of_any_digits() -> None:
    assert sorted(["²", "x" * 9, "9" * 5000, "1" + "0" * 5000, "01", "1"], key=natural_key)[:2] == ["01", "1"]
    assert natural_key("p9" * 10) < natural_key("p10" * 10)


@pytest.mark.parametrize(
    ("value", "kind", "first", "last"),
    [
        ("2018", "gYear", "2018-01-01", "2018-12-31"),
        ("2018-02", "gYearMonth", "2018-02-01", "2018-02-28"),
        ("2020-02", "gYearMonth", "2020-02-01", "2020-02-29"),
        ("1900-02", "gYearMonth", "1900-02-01", "1900-02-28"),
        ("2000-02", "gYearMonth", "2000-02-01", "2000-02-29"),
        ("2018-12", "gYearMonth", "2018-12-01", "2018-12-31"),
        ("2018-12-10", "date", "2018-12-10", "2018-12-10"),
        ("2020-02-29", "date", "2020-02-29", "2020-02-29"),
        ("0001", "gYear", "0001-01-01", "0001-12-31"),
        ("9999", "gYear", "9999-01-01", "9999-12-31"),
    ],
)
def test_bounds_of_dates(value: str, kind: str, first: str, last: str) -> None:
    bounds = date_bounds(Literal(value, datatype=NamedNode(f"{XSD}{kind}")))
    assert bounds == tuple(Literal(day, datatype=NamedNode(f"{XSD}date")) for day in (first, last))


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("2019-02-29", "date"),
        ("2018-04-31", "date"),
        ("2018-00-10", "date"),
        ("2018-10-00", "date"),
        ("2018-13", "gYearMonth"),
        ("2018-00", "gYearMonth"),
        ("0000", "gYear"),
        ("2018", "date"),
        ("2018-12-10", "gYear"),
        ("2018-12", "gYear"),
        ("18", "gYear"),
        ("12018", "gYear"),
        ("-2018", "gYear"),
        ("2018-12-10Z", "date"),
        ("2018-12-10T00:00:00", "dateTime"),
        ("２０１８", "gYear"),
        ("2018\n", "gYear"),
        ("2018", "string"),
        ("2018", "integer"),
        ("", "date"),
    ],
)
def test_what_is_no_date_has_no_bounds(value: str, kind: str) -> None:
    assert date_bounds(Literal(value, datatype=NamedNode(f"{XSD}{kind}"))) is None


@pytest.mark.parametrize("name", ["bad.ttl", "bad.trig"])
@pytest.mark.parametrize("load", [False, True])
def test_a_syntax_error_names_the_line(tmp_path: Path, name: str, load: bool) -> None:
    path = tmp_path / name
    path.write_text("@prefix e: <http://e/> .\n\ne:a e:b e:c .\ne:a e:b oops .\n", encoding="utf-8")
    store = Store()
    with pytest.raises(RDFSyntaxError) as caught:
        load_file(store, path) if load else parse_file(path)
    assert caught.value.line == 4
    assert str(caught.value).startswith(f"{path}:4: not valid RDF: ")
    assert "Parser error" not in str(caught.value)
    assert str(caught.value).endswith("; mend the syntax at this line")
    assert len(store) == 0


def test_a_graph_in_turtle_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("<http://e/g> { <http://e/a> <http://e/b> <http://e/c> }", encoding="utf-8")
    with pytest.raises(RDFSyntaxError):
        parse_file(path)


def test_a_literal_that_is_too_long_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "long.ttl"
    path.write_text(f'<http://e/a> <http://e/b> "" ,\n"{"x" * MAX_LITERAL}" .', encoding="utf-8")
    with pytest.raises(OversizedLiteral) as caught:
        load_file(Store(), path)
    assert (caught.value.line, caught.value.length, caught.value.limit) == (2, MAX_LITERAL + 2, MAX_LITERAL)
    path.write_text(f"<http://e/{'x' * MAX_LITERAL}> a <http://e/b> .", encoding="utf-8")
    assert len(parse_file(path)) == 1


@pytest.mark.parametrize("long", ["1" * (MAX_LITERAL + 1), f'"x"@en-{"x" * MAX_LITERAL}'], ids=["number", "language"])
def test_what_has_no_quotes_is_no_longer_either(tmp_path: Path, long: str) -> None:
    path = tmp_path / "long.ttl"
    path.write_text(f"<http://e/a> <http://e/b> 1 ,\n{long} .", encoding="utf-8")
    with pytest.raises(OversizedLiteral) as caught:
        parse_file(path)
    assert caught.value.line == 2


@pytest.mark.parametrize("name", ["data.nt", "data.nq"])
def test_only_graphs_to_load_may_be_dumps(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("<http://e/a> <http://e/b> <http://e/c> .", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"give Turtle \(\.ttl\) or TriG \(\.trig\)"):
        parse_file(path)
    store = Store()
    load_file(store, path)
    assert len(store) == 1


@pytest.mark.parametrize("name", ["data.rdf", "data.jsonld", "data"])
def test_other_formats_are_not_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("{}", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="give Turtle"):
        parse_file(path)


def test_both_ways_of_loading_read_the_same(small_project: Project) -> None:
    for path in small_project.data:
        store = Store()
        load_file(store, path)
        assert set(store) == set(parse_file(path))
    with pytest.raises(UnreadableFile):
        load_file(Store(), small_project.root / "data" / "missing.ttl")


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
    assert first_comment(text) == line


def test_terms() -> None:
    assert mh("Event").value == "https://w3id.org/mhgraph/ontology#Event"
    assert LABEL.value == "http://www.w3.org/2000/01/rdf-schema#label"
