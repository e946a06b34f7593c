"""Turtle with blank nodes in place: the same graph, the same text, lines that people can read."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad, Triple

from mhgraph.namespaces import PREFIXES, RDF, XSD
from mhgraph.project.canonical import canonical_shapes
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import TYPE
from mhgraph.rdf.turtle.nested import SharedBlankNode, write_nested
from mhgraph.rdf.turtle.parse import parse_file, parse_text

E = {"e": "http://e/"}
A, P, Q = (NamedNode(f"http://e/{name}") for name in "apq")
FIRST, REST, NIL = (NamedNode(f"{RDF}{name}") for name in ("first", "rest", "nil"))
TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=8) | st.sampled_from(
    ["a\nb", '"', '"""', 'a\n"', 'a\n""""', "\\\n", "\r\n", "\t", ""]
)
Tree: TypeAlias = "NamedNode | Literal | list[Tree] | tuple[Tree, ...]"
LITERALS = st.one_of(
    TEXTS.map(Literal),
    TEXTS.map(lambda text: Literal(text, language="en")),
    st.integers().map(Literal),
    st.booleans().map(Literal),
    st.sampled_from(["1.", ".5", "1e3", "x", "007"]).map(
        lambda text: Literal(text, datatype=NamedNode(f"{XSD}decimal"))
    ),
)
NAMES = st.sampled_from(
    ["http://e/a", "http://e/a.b", "http://e/a.", "http://e/1", "http://e/a/b", "http://e/", "urn:x"]
)
LEAVES = LITERALS | NAMES.map(NamedNode)
TREES: st.SearchStrategy[Tree] = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple)
)


def triples_of(subject: NamedNode | BlankNode, trees: Sequence[Tree]) -> list[Triple]:
    """Return triples with one object for each tree: a tuple is a bracket, a list is a list, the rest stays as it is."""
    found: list[Triple] = []
    for tree in trees:
        if isinstance(tree, tuple):
            node = BlankNode()
            found += [Triple(subject, P, node), *triples_of(node, tree)]
        elif isinstance(tree, list):
            nodes = [BlankNode() for _ in tree]
            rests: list[NamedNode | BlankNode] = [*nodes[1:], NIL] if nodes else []
            found.append(Triple(subject, Q, nodes[0] if nodes else NIL))
            for node, rest, member in zip(nodes, rests, tree, strict=True):
                found.append(Triple(node, REST, rest))
                if isinstance(member, list | tuple):
                    inner = BlankNode()
                    found += [Triple(node, FIRST, inner), *triples_of(inner, member)]
                else:
                    found.append(Triple(node, FIRST, member))
        else:
            found.append(Triple(subject, P, tree))
    return found


def isomorphic(first: list[Triple], second: list[Triple]) -> bool:
    """Return whether two graphs are the same but for the labels of their blank nodes."""
    datasets = [Dataset(Quad(*triple) for triple in triples) for triples in (first, second)]
    for dataset in datasets:
        dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return set(datasets[0]) == set(datasets[1])


def read(text: str) -> list[Triple]:
    return [quad.triple for quad in parse_text(text, Path("made.ttl"))]


@given(st.lists(TREES, max_size=4))
def test_reading_what_was_written_gives_the_same_graph(trees: list[Tree]) -> None:
    triples = triples_of(A, trees)
    again = read(write_nested(triples, E))
    assert isomorphic(again, triples)


@given(st.lists(TREES, max_size=4), st.randoms(use_true_random=False))
def test_order_and_labels_change_nothing(trees: list[Tree], chance: random.Random) -> None:
    triples = triples_of(A, trees)
    text = write_nested(triples, E)
    again = read(text)
    chance.shuffle(again)
    assert write_nested(again, E) == text


def test_the_form() -> None:
    text = (
        '@prefix e: <http://e/> . e:b a e:C ; e:p "one\\n  two" , 1, true, <urn:x> ; e:q ( 1 [ e:p "x"@en ] ) , () . '
        f"e:a e:p [ e:p 'long {'x' * 60}' ; e:q 'long {'y' * 60}' ] ."
    )
    expected = f'''@prefix e: <http://e/> .

e:a
  e:p [
    e:p "long {"x" * 60}" ;
    e:q "long {"y" * 60}"
  ] .

e:b a e:C ;
  e:p
    1 ,
    """one
  two""" ,
    <urn:x> ,
    true ;
  e:q ( 1 [ e:p "x"@en ] ) , () .
'''
    assert write_nested(read(text), E) == expected
    assert write_nested([], E) == ""


def test_ranks_come_before_names() -> None:
    triples = [Triple(A, TYPE, P), Triple(A, P, P), Triple(A, Q, P), Triple(P, Q, Q)]
    text = write_nested(triples, E, rank_subject=lambda node: node == A, rank_predicate=lambda node: node == P)
    assert text.splitlines()[2:] == ["e:p", "  e:q e:q .", "", "e:a a e:p ;", "  e:q e:p ;", "  e:p e:p ."]


ONE, TWO = BlankNode("one"), BlankNode("two")


@pytest.mark.parametrize(
    "triples",
    [
        [Triple(A, P, ONE), Triple(P, P, ONE)],  # used twice
        [Triple(A, P, ONE), Triple(A, Q, ONE)],
        [Triple(ONE, P, A)],  # used nowhere
        [Triple(ONE, P, TWO), Triple(TWO, P, ONE)],  # in a circle
        [Triple(A, P, ONE), Triple(ONE, FIRST, A)],  # a list without an end
        [Triple(A, P, ONE), Triple(ONE, FIRST, A), Triple(ONE, REST, NIL), Triple(ONE, P, A)],  # a list that says more
    ],
)
def test_what_cannot_stand_in_brackets(triples: list[Triple]) -> None:
    with pytest.raises(SharedBlankNode):
        write_nested(triples, E)


def test_the_shapes_of_the_house(shipped: Project) -> None:
    assert shipped.shapes
    for path in shipped.shapes:
        quads = parse_file(path)
        text = canonical_shapes(quads).decode()
        again = parse_text(text, path)
        assert isomorphic([quad.triple for quad in again], [quad.triple for quad in quads])
        assert canonical_shapes(again).decode() == text
        assert PREFIXES["sh"] in text
