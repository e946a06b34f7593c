"""Portions: what is shown of a project where shapes look ahead only, and that those of the release do."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
import rdflib
from pyoxigraph import Quad
from rdflib.paths import AlternativePath, MulPath, Path, SequencePath
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.algebra import triples
from rdflib.plugins.sparql.parserutils import CompValue

from mhgraph.checks.portions import WORDS, divide
from mhgraph.checks.shacl import FastEngine, parse_shapes
from mhgraph.graph.rules import is_variable, load_rules
from mhgraph.namespaces import PREFIXES, SH
from mhgraph.project.folders import Project
from mhgraph.project.statements import ParsedProject, parse_project

THIS = rdflib.Variable("this")
SPOILED = [
    ("small_project", 0),
    *(
        pytest.param(name, seed, marks=pytest.mark.slow)
        for name in ("small_project", "shipped")
        for seed in range(1, 9)
    ),
]


@pytest.mark.parametrize(("name", "seed"), SPOILED)
def test_less_is_shown_and_the_same_is_found(name: str, seed: int, request: pytest.FixtureRequest) -> None:
    project: Project = request.getfixturevalue(name)
    parsed, engine = _spoil(parse_project(project), random.Random(seed)), FastEngine(parse_shapes(project).graph)
    shorter, found = 0, 0
    for narrow, whole in zip(divide(parsed, looks_ahead=True), divide(parsed), strict=True):
        few, many = narrow.flat(), whole.flat()
        results = engine.validate(few, focus=narrow.focus)
        assert (narrow.file, narrow.focus) == (whole.file, whole.focus)
        assert results == engine.validate(many, focus=whole.focus)
        shorter += len(few) < len(many)
        found += len(results)
    assert shorter
    assert found


def _spoil(parsed: ParsedProject, chance: random.Random) -> ParsedProject:
    """Return a project in which one statement of a document in 15 is missing, or has another's object or predicate."""

    def spoil(quads: Sequence[Quad]) -> Iterator[Quad]:
        for quad in quads:
            fault, other = chance.randrange(45), chance.choice(quads)
            if fault == 1:
                yield Quad(quad.subject, quad.predicate, other.object, quad.graph_name)
            elif fault == 2:
                yield Quad(quad.subject, other.predicate, quad.object, quad.graph_name)
            elif fault:
                yield quad

    return parsed.portion(
        [
            file.narrowed(list(spoil(file.quads))) if file.role in ("sources", "judgements") else file
            for file in parsed.files
        ]
    )


def test_queries_of_the_shapes_look_ahead_and_at_no_words_of_another_thing(shipped: Project) -> None:
    queries = [
        getattr(quad.object, "value", "")
        for quad in parse_shapes(shipped).quads
        if quad.predicate.value == f"{SH}select"
    ]
    assert len(queries) > 50
    words = {rdflib.URIRef(predicate.value) for predicate in WORDS}
    for query in queries:
        patterns = list(_patterns(prepareQuery(query, initNs=PREFIXES).algebra))
        reached: set[Any] = {THIS}
        for _ in patterns:
            reached.update(value for start, _, value in patterns if start in reached)
        for start, path, value in patterns:
            assert start in reached, query
            assert not isinstance(path, rdflib.Variable) or start == THIS, query
            steps = set(_steps(path))
            assert start == THIS or not steps & words, query
            assert isinstance(value, rdflib.Variable | rdflib.URIRef), query


def _patterns(part: Any) -> Iterator[tuple[Any, Any, Any]]:
    """Yield the triple patterns anywhere in the algebra of a query."""
    if isinstance(part, CompValue):
        found = dict(part).get("triples", [])
        yield from triples(found) if part.name == "TriplesBlock" else found  # in EXISTS it is as it was parsed
        for name, value in part.items():
            if name not in ("triples", "_vars"):
                yield from _patterns(value)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _patterns(value)


def _steps(path: Any) -> Iterator[Any]:
    """Yield the predicates of a path, none of which is walked backwards."""
    if not isinstance(path, Path):
        yield path
        return
    assert isinstance(path, SequencePath | AlternativePath | MulPath)
    for step in [path.path] if isinstance(path, MulPath) else path.args:
        yield from _steps(step)


def test_the_words_of_a_path_are_told_apart() -> None:
    first, second = rdflib.URIRef("http://e/a"), rdflib.URIRef("http://e/b")
    assert list(_steps(SequencePath(first, second))) == [first, second]
    with pytest.raises(AssertionError):
        list(_steps(~first))


def test_shapes_look_ahead_and_at_no_words_of_another_thing(shipped: Project) -> None:
    said = parse_shapes(shipped).quads
    names = {quad.predicate.value.removeprefix(SH) for quad in said}
    assert names.isdisjoint({"inversePath", "targetObjectsOf", "targetSubjectsOf", "targetNode", "ask"})
    referred = {quad.object for quad in said if quad.predicate.value == f"{SH}node"}
    within = {quad.object for quad in said if quad.predicate.value == f"{SH}property" and quad.subject in referred}
    paths = {quad.object for quad in said if quad.predicate.value == f"{SH}path" and quad.subject in within}
    assert paths
    assert paths.isdisjoint(WORDS)


def test_rules_have_fixed_predicates_and_read_no_words(shipped: Project) -> None:
    rules = load_rules(shipped.rules)
    assert all(rule.is_released for rule in rules)
    for pattern in (pattern for rule in rules for pattern in rule.pattern):
        assert not is_variable(pattern.predicate)
        assert pattern.predicate not in WORDS
