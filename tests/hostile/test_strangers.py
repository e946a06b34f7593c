"""What stands in a project folder and is not of the release runs in a child: with the same answers, within limits."""

from __future__ import annotations

from pathlib import Path

import pytest

from mhgraph.checks import ENGINES, Finding, find_engine, validate_project
from mhgraph.checks.shacl import guarded
from mhgraph.errors import InvalidHeader, MhgraphError, QueryStopped
from mhgraph.graph import BaseGraph, load_graph
from mhgraph.namespaces import MH
from mhgraph.project.folders import Project, installed_project
from mhgraph.project.release import is_released
from mhgraph.questions import ask, load_questions
from mhgraph.stores import Limits, guard
from tests.conftest import Run
from tests.questions.cases import ask_in_three

BLANK = "\n"
HEADER = f'{ask_in_three("Which things?")}#+ columns:\n#+   - {{name: s, description: "One."}}\n'
ENDLESS = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(6))
SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> .
<urn:shape> a sh:NodeShape ; sh:targetClass <%sOrganization> ; %s .
"""
ENDLESS_SHAPES = {
    "turbo": f"""sh:sparql [ sh:message "No: fix it." ; sh:select "SELECT $this {{ {ENDLESS} FILTER(?a1 = ?c6) }}" ]""",
    "pyshacl": """sh:property [ sh:path <urn:name> ; sh:pattern "^(a+)+$" ; sh:message "No: fix it." ]""",
}


def estrange(path: Path) -> None:
    """Make a file of the release one of somebody else, which says the same."""
    path.write_text(path.read_text(encoding="utf-8") + BLANK, encoding="utf-8")


@pytest.fixture
def quick_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "Limits", lambda: Limits(seconds=0.5))
    monkeypatch.setattr(guarded, "LIMITS", dict.fromkeys(ENGINES, Limits(seconds=2.0)))


@pytest.fixture
def in_child(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The queries that the guarded child gets."""
    asked: list[str] = []
    answer = guard.GuardedStore.answer

    def noted(store: guard.GuardedStore, query: str) -> guard.GuardedAnswer:
        asked.append(query)
        return answer(store, query)

    monkeypatch.setattr(guard.GuardedStore, "answer", noted)
    return asked


def test_what_is_of_the_release(small_project: Project, shipped: Project) -> None:
    assert installed_project() == shipped  # the tests run from a checkout
    assert all(question.is_released for question in load_questions(small_project))
    for path in (*shipped.queries, *shipped.rules, *shipped.shapes):
        text = path.read_text(encoding="utf-8")
        assert is_released(path, text)
        assert is_released(Path("/elsewhere") / path.relative_to(shipped.root), text)
        assert not is_released(path, text + BLANK)
        assert not is_released(path.with_name("other.rq"), text)
    assert not is_released(Path("queries/none.rq"), "")


def test_the_release_is_answered_in_this_process(small_project: Project, in_child: list[str]) -> None:
    graph = load_graph(small_project)
    for question in load_questions(small_project):
        if not any(parameter.required for parameter in question.parameters):
            ask(graph, question.name)
    assert in_child == []


def test_the_question_of_a_stranger_is_answered_in_the_child(
    small: BaseGraph, small_copy: Project, in_child: list[str]
) -> None:
    free = [q.name for q in load_questions(small_copy) if not any(one.required for one in q.parameters)]
    *changed, same = free
    for path in small_copy.queries:
        if path.stem in changed:
            estrange(path)
    graph = BaseGraph(small.store, small.ledgers, small.model, small.rules, small_copy, small.identities)
    for name in (*changed, same):
        assert ask(graph, name).table() == ask(small, name).table()
    assert len(in_child) == len(changed)


def test_the_rules_of_a_stranger_conclude_the_same(small: BaseGraph, small_copy: Project, in_child: list[str]) -> None:
    for path in small_copy.rules:
        estrange(path)
    graph = load_graph(small_copy)
    assert in_child
    assert set(graph.store.dump()) == set(small.store.dump())
    inferred = [triple for triple, supports in small.statements().items() if supports[-1].ledger.value == "inferred"]
    assert inferred
    assert graph.explain(inferred) == small.explain(inferred)


def test_a_rule_that_joins_for_ever_is_one_line(small_copy: Project, quick_limits: None) -> None:
    path = small_copy.root / "ontology" / "rules" / "own.rq"
    path.write_text(f"#+ label: Own.\nCONSTRUCT {{ ?a1 <{MH}knows> ?c1 }} WHERE {{ {ENDLESS} }}\n", encoding="utf-8")
    with pytest.raises(QueryStopped, match=r"the query ran longer than|the answer is larger than") as caught:
        load_graph(small_copy)
    assert str(caught.value).startswith(f"{path}: ")


@pytest.mark.parametrize("template", ["?a1 ?b1 []", "[] ?b1 ?c1", "_:x ?b1 ?c1"])
def test_a_rule_that_names_new_things_is_no_rule(template: str, small_copy: Project) -> None:
    path = small_copy.root / "ontology" / "rules" / "own.rq"
    path.write_text(f"#+ label: Own.\nCONSTRUCT {{ {template} }} WHERE {{ ?a1 ?b1 ?c1 }}\n", encoding="utf-8")
    with pytest.raises(InvalidHeader, match="a rule is CONSTRUCT"):
        load_graph(small_copy)


@pytest.mark.parametrize(
    ("filter_", "reason"),
    [
        ("true " + "|| true " * 20_000, "more than|nested too deeply"),
        (f"EXISTS {{ {ENDLESS} FILTER(?a1 = ?nothing) }}", "ran longer than 0.5 seconds"),
        ("true) SERVICESILENT <http://127.0.0.1:9/> {} FILTER(true", "SERVICE is refused"),
    ],
    ids=["operators", "joins", "service"],
)
def test_a_canned_query_of_a_stranger_is_one_line(
    filter_: str, reason: str, small: BaseGraph, small_copy: Project, quick_limits: None
) -> None:
    path = small_copy.root / "queries" / "own.rq"
    text = f"{HEADER}SELECT DISTINCT ?s WHERE {{ ?s ?p ?o FILTER({filter_}) }} ORDER BY ?s\n"
    path.write_text(text, encoding="utf-8")
    graph = BaseGraph(small.store, small.ledgers, small.model, small.rules, small_copy, small.identities)
    with pytest.raises(MhgraphError, match=reason) as caught:
        ask(graph, "own")
    assert str(caught.value).startswith(f"{path}:")
    assert ask(graph, "figures").rows == ask(small, "figures").rows


def validate(project: Project, engine: str) -> list[Finding]:
    return validate_project(project, engine=find_engine(engine))


@pytest.mark.slow
@pytest.mark.parametrize("engine", ENGINES)
def test_the_shapes_of_a_stranger_find_the_same(
    engine: str, small_copy: Project, small_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = small_copy.root / "data" / "entities" / "actor" / "actor.ttl"
    place.write_text(place.read_text(encoding="utf-8").replace('"@en', '"@xx', 1), encoding="utf-8")
    expected = validate(small_copy, engine)
    assert expected
    opened: list[object] = []
    made = guarded.GuardedEngine.__init__

    def noted(made_here: guarded.GuardedEngine, *arguments: object) -> None:
        opened.append(made_here)
        made(made_here, *arguments)  # type: ignore[arg-type] # they are passed on

    monkeypatch.setattr(guarded.GuardedEngine, "__init__", noted)
    for path in small_copy.shapes:
        estrange(path)
    assert validate(small_copy, engine) == expected
    assert len(opened) == 1


@pytest.mark.parametrize("engine", ["turbo", pytest.param("pyshacl", marks=pytest.mark.slow)])
def test_a_shape_that_takes_for_ever_is_one_line(engine: str, small_copy: Project, quick_limits: None) -> None:
    for path in small_copy.shapes:
        path.unlink()
    shapes = SHAPES % (MH, ENDLESS_SHAPES[engine])
    (small_copy.root / "shapes" / "own.ttl").write_text(shapes, encoding="utf-8")
    place = small_copy.root / "data" / "entities" / "actor" / "actor.ttl"
    text = place.read_text(encoding="utf-8")
    name = next(line.split()[0] for line in text.splitlines() if line.startswith("actor:"))
    place.write_text(f'{text}\n{name} <urn:name> "{"a" * 60}!" .\n', encoding="utf-8")
    with pytest.raises(QueryStopped, match="a check of the shapes ran longer than 2 seconds"):
        validate(small_copy, engine)


@pytest.mark.slow
def test_validate_says_what_a_canned_query_does_to_the_engine(small_copy: Project, run: Run) -> None:
    path = small_copy.root / "queries" / "own.rq"
    body = f"SELECT DISTINCT ?s WHERE {{ ?s ?p ?o FILTER(true {'|| true ' * 20_000}) }} ORDER BY ?s\n"
    path.write_text(HEADER + body, encoding="utf-8")
    ended = run("--root", small_copy.root, "validate")
    assert ended.code == 1
    assert "own.rq" in ended.stdout
    assert "The query cannot be run: the query " in ended.stdout
