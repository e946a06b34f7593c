"""No text in a project folder, and none that is typed, reaches the network or a file; with either wall taken away, too.

The look at the words, which stands before the walls and only gives the better message, is always taken away.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from pyoxigraph import Store as UnguardedStore  # noqa: TID251 - what the walls keep away is shown without them

from mhgraph.checks.shacl import InvalidShape, ParsedShapes, find_engine, shapes
from mhgraph.checks.shacl.guarded import _WORKER as SHAPES_WORKER
from mhgraph.checks.shacl.guarded import GuardedEngine
from mhgraph.errors import MhgraphError
from mhgraph.graph import BaseGraph
from mhgraph.graph.rules import load_rules
from mhgraph.namespaces import SH
from mhgraph.project.folders import Project
from mhgraph.project.statements import ProjectFile
from mhgraph.questions import Column, Question, run
from mhgraph.rdf.terms import TYPE
from mhgraph.stores import Limits, engine, guard
from mhgraph.stores.child import Child
from mhgraph.stores.guard import GuardedStore
from mhgraph.stores.memory import MemoryStore
from tests.hostile.listener import CANARY, Listener, write_canary
from tests.hostile.spellings import spell

SEED = int(os.environ.get("HOSTILE_SEED", "2026"))
FEW, MANY = 60, 600
COUNTS = [pytest.param(FEW, id="few"), pytest.param(MANY, id="many", marks=pytest.mark.hostile)]
POSIX = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows knows no limit on files: the first wall stands alone"
)

DATA = b'<http://e/a> <http://e/b> "one" .\n'

WITHOUT_FIRST = """
import runpy, sys
sys.path.insert(0, {root!r})
from mhgraph.rdf.sparql import BrokenService
from mhgraph.stores import engine
engine.break_service = lambda query: BrokenService(query, {{}})
"""
WITHOUT_SECOND = """
import runpy, sys
sys.path.insert(0, {root!r})
from mhgraph.stores import service
service.forbid_opening = lambda spare: None
"""
RUN = "runpy.run_path({script!r}, run_name='__main__')\n"


class Scene:
    """A listener, a canary, and texts that would reach them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.listener = Listener()
        self.file = write_canary(folder)

    def spell(self, count: int) -> list[str]:
        return spell(SEED, self.listener.address, self.file, count)

    def script(self, original: Path, *changes: str) -> Path:
        """Return a script that runs another one after some changes to its modules."""
        root = str(Path(guard.__file__).parents[2])
        path = self.folder / "changed.py"
        text = "".join(change.format(root=root) for change in changes) + RUN.format(script=str(original))
        path.write_text(text, encoding="utf-8")
        return path


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scene]:
    made = Scene(tmp_path)
    monkeypatch.setattr(guard, "refuse_service", lambda query: None)
    guard._CHILD.close()
    yield made
    guard._CHILD.close()
    made.listener.close()


def store_of_one() -> MemoryStore:
    store = MemoryStore()
    store.load([Quad(NamedNode("http://e/a"), NamedNode("http://e/b"), Literal("one"))])
    return store


def answer_all(store: GuardedStore, texts: list[str]) -> tuple[int, str]:
    """Return how many texts were answered, and all that was answered."""
    answered = []
    for text in texts:
        try:
            answered.append(store.answer(text).data.decode())
        except MhgraphError:
            continue
    return len(answered), "".join(answered)


@pytest.mark.parametrize("count", COUNTS)
def test_nothing_is_reached_with_both_walls(count: int, scene: Scene) -> None:
    answered, text = answer_all(GuardedStore(store_of_one()), scene.spell(count))
    assert answered
    assert scene.listener.asked == []
    assert CANARY not in text


@POSIX
@pytest.mark.parametrize("count", [pytest.param(FEW, id="few", marks=pytest.mark.slow), COUNTS[1]])
def test_nothing_is_reached_without_the_first_wall(count: int, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_WORKER", scene.script(guard._WORKER, WITHOUT_FIRST))
    _, text = answer_all(GuardedStore(store_of_one()), scene.spell(count))
    assert scene.listener.asked == []
    assert CANARY not in text


@pytest.mark.parametrize("count", COUNTS)
def test_nothing_is_reached_without_the_second_wall(count: int, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_WORKER", scene.script(guard._WORKER, WITHOUT_SECOND))
    _, text = answer_all(GuardedStore(store_of_one()), scene.spell(count))
    assert scene.listener.asked == []
    assert CANARY not in text


@pytest.mark.parametrize("count", COUNTS)
def test_without_both_walls_the_listener_is_reached(count: int, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "_WORKER", scene.script(guard._WORKER, WITHOUT_FIRST, WITHOUT_SECOND))
    store = GuardedStore(store_of_one())
    reached = 0
    for text in scene.spell(count):
        scene.listener.asked.clear()
        answer_all(store, [text])
        reached += bool(scene.listener.asked)
    print(f"{reached} of {count} reach the listener")
    assert reached >= count // 12


def test_what_the_first_wall_makes_of_a_text_is_never_an_order(scene: Scene) -> None:
    """Each text as the engine gets it, asked in this process without any other wall."""
    store = UnguardedStore()
    for text in scene.spell(FEW * 3):
        try:
            engine.query_engine(store, text)
        except MhgraphError:
            continue
    assert scene.listener.asked == []


@pytest.mark.parametrize("count", COUNTS)
def test_a_canned_query_reaches_nothing(count: int, scene: Scene, small: BaseGraph) -> None:
    columns = (Column("s", "text", "One."),)
    for text in scene.spell(count):
        question = Question(Path("own.rq"), {"en": "Which?"}, (), columns, None, text)
        try:
            shown = run(small, question, {}).table()
        except (MhgraphError, ValueError):  # or it has other columns than its header says, which is seen on reading
            continue
        assert CANARY not in str(shown)
    assert scene.listener.asked == []


def test_a_rule_reaches_nothing(scene: Scene) -> None:
    for number, text in enumerate(scene.spell(FEW * 3)):
        path = scene.folder / f"rule-{number}.rq"
        where = text.partition("{")[2].rpartition("}")[0]
        path.write_text(f"#+ label: A rule.\nCONSTRUCT {{ ?s ?p ?o }} WHERE {{ {where} }}\n", encoding="utf-8")
        try:
            for rule in load_rules([path]):
                list(rule.apply(store_of_one()))
        except MhgraphError:
            continue
    assert scene.listener.asked == []


def shapes_of(text: str, project: Project) -> ParsedShapes:
    """Return shapes with one query."""
    shape, constraint = NamedNode("urn:shape"), NamedNode("urn:constraint")
    quads = [
        Quad(shape, TYPE, NamedNode(f"{SH}NodeShape")),
        Quad(shape, NamedNode(f"{SH}targetNode"), NamedNode("http://e/a")),
        Quad(shape, NamedNode(f"{SH}sparql"), constraint),
        Quad(constraint, NamedNode(f"{SH}message"), Literal("No.")),
        Quad(constraint, NamedNode(f"{SH}select"), Literal(text.replace("SELECT *", "SELECT $this ?value"))),
    ]
    return ParsedShapes(project, [ProjectFile(Path("own.ttl"), "shapes", b"", text, quads)])


@pytest.mark.parametrize("count", COUNTS)
def test_the_words_of_shapes_keep_their_queries_here(count: int, scene: Scene, small_project: Project) -> None:
    """Of a shape with one of these texts, only what reads no other place gets to an engine, here without a child."""
    refused, make = 0, find_engine("pyshacl")
    for text in scene.spell(count):
        try:
            shapes._refuse_elsewhere(text, Path("own.ttl"))
        except InvalidShape:
            refused += 1
            continue
        try:
            results = make(shapes_of(text, small_project).graph).validate(DATA)
        except InvalidShape:
            continue
        assert CANARY not in str(results)
    assert refused > count * 3 // 4
    assert scene.listener.asked == []


@POSIX
@pytest.mark.parametrize("name", ["turbo", "pyshacl"])
@pytest.mark.parametrize("count", [pytest.param(FEW, id="few", marks=pytest.mark.slow), COUNTS[1]])
def test_the_child_keeps_shapes_here(count: int, name: str, scene: Scene, small_project: Project) -> None:
    found = []
    with Child(SHAPES_WORKER, name) as child:
        for text in scene.spell(count):
            try:
                guarded = GuardedEngine(child, shapes_of(text, small_project), Limits())
                found += guarded.validate(DATA)
            except InvalidShape:
                continue
    assert scene.listener.asked == []
    assert CANARY not in str(found)


def test_without_the_words_and_the_hook_a_shape_reaches_the_listener(
    scene: Scene, small_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"SELECT $this {{ S\\u00000045RVICE <{scene.listener.address}> {{ ?s ?p ?o }} }}"
    make = find_engine("pyshacl")
    with pytest.raises(InvalidShape, match="shapes open no connection"):
        make(shapes_of(text, small_project).graph).validate(DATA)
    assert scene.listener.asked == []
    monkeypatch.setattr("mhgraph.checks.shacl.reference.refuse_sockets", contextlib.nullcontext)
    with contextlib.suppress(InvalidShape):  # what comes back may be no answer
        make(shapes_of(text, small_project).graph).validate(DATA)
    assert scene.listener.asked


def test_the_texts_are_many_and_different(scene: Scene) -> None:
    texts = scene.spell(MANY)
    assert len(set(texts)) == len(texts) >= MANY
    assert len(scene.spell(FEW)) >= 50
    assert scene.spell(MANY) == texts
