"""The canonical form and its laws."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from mhgraph.model import DIGEST, NUMBER
from mhgraph.namespaces import PREFIXES, SOURCE, XSD
from mhgraph.project.canonical import canonical
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import TYPE
from mhgraph.rdf.turtle.parse import parse_file, parse_text

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


def test_every_file_is_canonical(small_project: Project) -> None:
    files = [*small_project.data, *small_project.ontology]
    assert {"dataset", "valley-review", "actor"} < {path.stem for path in small_project.data}
    for path in files:
        key = path.stem if path.parent.name == "sources" else None
        assert canonical(parse_file(path), key=key) == path.read_bytes()


def test_the_form() -> None:
    """Blocks in the order of the document, each with its graphs; in each the type, labels, the kind, then the rest."""
    number, digest = (term.value.rpartition("#")[2] for term in (NUMBER, DIGEST))
    text = f"""
        @prefix e: <https://w3id.org/mhgraph/event/> . @prefix s: <https://w3id.org/mhgraph/source/k#> .
        @prefix m: <https://w3id.org/mhgraph/ontology#> . @prefix x: <http://www.w3.org/2001/XMLSchema#> .
        @prefix r: <http://www.w3.org/2000/01/rdf-schema#> . @prefix z: <https://w3id.org/mhgraph/source/> .
        s:p10-index {{ e:a10 m:b e:x . }} s:p10 {{ e:a10 m:b 2 . }}
        s:para-1 {{ e:a9 m:b "1"^^x:gYear , "2" ; r:label "a"@es, "b"@fr, "c"@en, "d"@de ; a m:C . }}
        s:p10 m:{number} 1 ; a m:C . s:para-1 m:{number} 2 ; m:{digest} "x" .
        z:k m:b <https://w3id.org/mhgraph/source/l#p01> .
    """
    expected = f"""\
@prefix : <https://w3id.org/mhgraph/source/k#> .
@prefix event: <https://w3id.org/mhgraph/event/> .
@prefix l: <https://w3id.org/mhgraph/source/l#> .
@prefix mh: <https://w3id.org/mhgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix source: <https://w3id.org/mhgraph/source/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

source:k mh:b l:p01 .

:p10 a mh:C ;
\tmh:{number} 1 .

:p10 {{
\tevent:a10 mh:b 2 .
}}

:p10-index {{
\tevent:a10 mh:b event:x .
}}

:para-1 mh:{digest} "x" ;
\tmh:{number} 2 .

:para-1 {{
\tevent:a9 a mh:C ;
\t\trdfs:label
\t\t\t"c"@en ,
\t\t\t"b"@fr ,
\t\t\t"a"@es ,
\t\t\t"d"@de ;
\t\tmh:b "1"^^xsd:gYear , "2" .
}}
"""
    assert canonical(parse_text(text, Path("k.trig")), key="k").decode() == expected


def test_turtle_where_no_graph_is_named_and_own_prefixes() -> None:
    quads = [Quad(NamedNode("http://e/a"), NamedNode("http://e/b"), NamedNode("http://e/c"))]
    assert (
        canonical(quads, prefixes={"e": "http://e/", "f": "http://f/"})
        == b"@prefix e: <http://e/> .\n\ne:a e:b e:c .\n"
    )
    assert canonical([]) == b""
