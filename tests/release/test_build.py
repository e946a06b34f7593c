"""The dumps: the same bytes from the same input, and the same graph in every parser."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

from mhgraph import __version__
from mhgraph.errors import InvalidValue, UnwritableTarget
from mhgraph.files import Content, staging, write
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.model import IDENTITY, IS_MERGED_INTO
from mhgraph.namespaces import DATASET, DCTERMS, DESCRIPTION_GRAPH, FACTS_GRAPH, PREFIXES, SKOS, from_curie, to_curie
from mhgraph.optional import MissingLibrary
from mhgraph.project.canonical import canonical
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project
from mhgraph.rdf.terms import DEFAULT
from mhgraph.release import EXTRAS
from mhgraph.release.build import build, list_names
from mhgraph.release.readme import render_readme
from tests.builders import build_graph
from tests.conftest import REPOSITORY, SMALL
from tests.release.raptor import count_with_raptor

# rdflib warns of its own use of what it deprecates
pytestmark = pytest.mark.filterwarnings(r"ignore:(Dataset\..*|ConjunctiveGraph) is deprecated:DeprecationWarning")

BOTH = [
    pytest.param(SMALL, id="small project"),
    pytest.param(REPOSITORY, id="shipped graph", marks=pytest.mark.slow),
]
USUAL = {
    "mhgraph.ttl": RdfFormat.TURTLE,
    "mhgraph-stated.ttl": RdfFormat.TURTLE,
    "mhgraph.trig": RdfFormat.TRIG,
    "mhgraph.nq": RdfFormat.N_QUADS,
    "mhgraph-union.nq": RdfFormat.N_QUADS,
}
FORMATS = {**USUAL, "mhgraph.jsonld": RdfFormat.JSON_LD}
BUILD = """
import random, sys
from pathlib import Path
from mhgraph.project import folders
files, seed = folders._files, int(sys.argv[3])
def shuffled(folder, pattern):
    paths = files(folder, pattern)
    random.Random(seed).shuffle(paths)
    return paths
if seed:
    folders._files = shuffled
from mhgraph.graph import load_graph
from mhgraph.release.build import build
build(load_graph(folders.Project(Path(sys.argv[1]))), Path(sys.argv[2]), sys.argv[4:])
"""


@pytest.fixture(scope="module", params=BOTH)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[BaseGraph, Path]]:
    """A graph and the folder of its dumps in RDF."""
    graph = load_graph(Project(request.param))
    folder = tmp_path_factory.mktemp("dist")
    build(graph, folder, ["json-ld"])
    yield graph, folder
    shutil.rmtree(folder)


def bytes_of(folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def read(path: Path) -> set[Quad]:
    return set(parse(path=path, format=FORMATS[path.name]))


def form(quads: Iterable[Quad], *, flat: bool = False) -> bytes:
    """Return quads in a form in which equal graphs are equal; axioms with blank nodes do not occur."""
    return canonical(quad for quad in quads if not flat or quad.graph_name == DEFAULT)


@pytest.mark.parametrize("root", BOTH)
def test_builds_are_identical_whatever_the_surroundings(root: Path, tmp_path: Path) -> None:
    surroundings = [
        ({"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"}, 0),
        ({"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}, 1),
        ({"PYTHONHASHSEED": "4242", "TZ": "America/Caracas", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"}, 2),
    ]
    extras = EXTRAS if root == REPOSITORY else ("owl", "tables")  # importing pyarrow thrice takes seconds
    found = []
    for number, (variables, seed) in enumerate(surroundings[1:] if root == SMALL else surroundings):
        target = tmp_path / f"dist{number}"
        subprocess.run(
            [sys.executable, "-c", BUILD, str(root), str(target), str(seed), *extras],
            check=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY), **variables},
        )
        found.append(bytes_of(target))
    assert {"README.txt", *USUAL, "mhgraph.owl", "table-statements.csv", "codebook.csv"} < set(found[0])
    assert all(dumps == found[0] for dumps in found)
    if root == SMALL:
        build(load_graph(Project(root)), tmp_path / "here", extras)
        assert bytes_of(tmp_path / "here") == found[0]


def test_building_twice_into_one_folder(small: BaseGraph, tmp_path: Path) -> None:
    assert [path.name for path in build(small, tmp_path)] == ["README.txt", *USUAL]
    before = bytes_of(tmp_path)
    build(small, tmp_path)
    assert bytes_of(tmp_path) == before


def test_what_is_not_asked_for_again_goes(small: BaseGraph, release: Path, tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    shutil.copytree(release, folder)
    assert set(bytes_of(folder)) <= set(list_names(small.model))
    (folder / "table-mine.csv").write_bytes(b"mine")
    build(small, folder)
    assert set(bytes_of(folder)) == {"README.txt", *USUAL, "table-mine.csv"}


def test_what_nobody_knows_is_refused(small: BaseGraph, tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match="'xml' does not fit extras; expected one of owl, tables, parquet, json-ld"):
        build(small, tmp_path / "dist", ["owl", "xml"])
    assert list(tmp_path.iterdir()) == []


def test_without_pyarrow_nothing_is_written(small: BaseGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingLibrary, match=r"Parquet needs pyarrow, .* run: pip install 'mhgraph\[parquet\]'"):
        build(small, tmp_path / "dist", ["parquet"])
    assert list(tmp_path.iterdir()) == []


def test_the_text_beside_them_tells_of_each_file(small: BaseGraph, release: Path) -> None:
    text = (release / "README.txt").read_text(encoding="ascii")
    told = [line for line in text.splitlines() if re.match(r"[\w*-]+\.\w+(, \.\w+)?$", line)]
    assert told == [
        *("mhgraph.ttl", "mhgraph-stated.ttl", "mhgraph.trig", "mhgraph.nq", "mhgraph-union.nq", "mhgraph.jsonld"),
        *("mhgraph.owl", "table-statements.csv, .parquet", "table-*.csv, .parquet", "codebook.csv"),
    ]
    assert all(len(line) <= 120 for line in text.splitlines())
    short = render_readme(small, USUAL).decode("ascii")
    assert "mhgraph.ttl" in short
    assert "table-" not in short


def test_every_dump_parses_back_to_the_same_graph(built: tuple[BaseGraph, Path]) -> None:
    graph, folder = built
    trig = form(read(folder / "mhgraph.trig"))
    assert form(read(folder / "mhgraph.nq")) == trig
    assert form(read(folder / "mhgraph.jsonld")) == trig
    flat = form(read(folder / "mhgraph.ttl"))
    assert form(read(folder / "mhgraph.trig"), flat=True) == flat
    holding = 1 + bool(graph.model.version) + len(graph.ledgers)  # versions and ledgers, in a graph of their own
    about = 1 + holding  # what the dump says of itself; the rest the data says
    assert len(read(folder / "mhgraph.nq")) == len(graph.quads()) + about
    assert sum(quad.graph_name == NamedNode(DESCRIPTION_GRAPH) for quad in read(folder / "mhgraph.nq")) == holding
    assert set(graph.quads()) <= read(folder / "mhgraph.nq")


def test_what_is_stated_alone_is_as_if_nothing_else_existed(built: tuple[BaseGraph, Path], tmp_path: Path) -> None:
    graph, folder = built
    build(load_graph(graph.project, [Ledger.STATED]), tmp_path)
    assert (tmp_path / "mhgraph.ttl").read_bytes() == (folder / "mhgraph-stated.ttl").read_bytes()
    assert (tmp_path / "mhgraph-stated.ttl").read_bytes() == (folder / "mhgraph-stated.ttl").read_bytes()
    assert read(folder / "mhgraph-stated.ttl") < read(folder / "mhgraph.ttl") | read(folder / "mhgraph-stated.ttl")


def test_the_dump_for_unions_has_the_facts_in_a_graph(built: tuple[BaseGraph, Path]) -> None:
    _, folder = built
    union, plain = read(folder / "mhgraph-union.nq"), read(folder / "mhgraph.nq")
    facts = NamedNode(FACTS_GRAPH)
    assert {quad.triple for quad in union if quad.graph_name == facts} == {
        quad.triple for quad in plain if quad.graph_name == DEFAULT
    }
    assert {quad for quad in union if quad.graph_name != facts} == {
        quad for quad in plain if quad.graph_name != DEFAULT
    }


def test_rdflib_reads_the_same(built: tuple[BaseGraph, Path]) -> None:
    _, folder = built
    stated = rdflib.Graph().parse(folder / "mhgraph-stated.ttl", format="turtle")
    assert len(stated) == len(read(folder / "mhgraph-stated.ttl"))
    flat = rdflib.Graph().parse(folder / "mhgraph.ttl", format="turtle")
    assert len(flat) == len(read(folder / "mhgraph.ttl"))
    quads = len(read(folder / "mhgraph.nq"))
    found = {}
    for name, wanted in (("mhgraph.trig", "trig"), ("mhgraph.nq", "nquads"), ("mhgraph.jsonld", "json-ld")):
        dataset = rdflib.Dataset(default_union=False)
        dataset.parse(folder / name, format=wanted)
        found[name] = frozenset(dataset.quads((None, None, None, None)))
        assert len(found[name]) == quads
    assert found["mhgraph.trig"] == found["mhgraph.nq"] == found["mhgraph.jsonld"]
    assert {quad[:3] for quad in found["mhgraph.nq"] if quad[3] == DATASET_DEFAULT_GRAPH_ID} == set(flat)


@pytest.mark.parametrize("name", list(USUAL))
def test_raptor_reads_the_same(built: tuple[BaseGraph, Path], name: str) -> None:
    _, folder = built
    assert count_with_raptor(folder / name) == len(read(folder / name))


@pytest.mark.parametrize("name", list(FORMATS))
def test_licence_version_and_ledgers_are_inside(built: tuple[BaseGraph, Path], name: str) -> None:
    _, folder = built
    found = {
        quad.predicate.value: getattr(quad.object, "value", "")
        for quad in read(folder / name)
        if getattr(quad.subject, "value", "") == DATASET
    }
    assert found[f"{DCTERMS}license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert re.fullmatch(r"\d+(\.\d+)+", found[f"{PREFIXES['dcat']}version"])
    ledgers = "stated" if name == "mhgraph-stated.ttl" else "stated, indexed, judged, inferred"
    assert found[f"{SKOS}note"] == f"Ledgers: {ledgers}. Made with mhgraph {__version__}."
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", found[f"{DCTERMS}modified"])


def test_json_ld_needs_nothing_from_the_network(built: tuple[BaseGraph, Path]) -> None:
    _, folder = built
    document = json.loads((folder / "mhgraph.jsonld").read_text(encoding="utf-8"))
    assert list(document) == ["@context", "@graph"]
    assert document["@context"] == PREFIXES

    def contexts(node: object) -> Iterator[object]:
        if isinstance(node, dict):
            yield from (value for key, value in node.items() if key in ("@context", "@import"))
            for value in node.values():
                yield from contexts(value)
        if isinstance(node, list):
            for item in node:
                yield from contexts(item)

    assert list(contexts(document["@graph"])) == []
    keys = {key for node in document["@graph"] for key in node if not key.startswith("@")}
    assert all(key.startswith("http") or key.partition(":")[0] in PREFIXES for key in keys)
    assert any(key.startswith("mh:") for key in keys)


@pytest.mark.parametrize(
    ("ledgers", "names"),
    [
        ([Ledger.STATED], "stated"),
        ([Ledger.JUDGED, Ledger.STATED], "stated, judged"),
        ([Ledger.INFERRED, Ledger.STATED], "stated, inferred"),
        ([Ledger.JUDGED], "judged"),
    ],
)
def test_the_dump_of_chosen_ledgers(small_project: Project, tmp_path: Path, ledgers: list[Ledger], names: str) -> None:
    build(load_graph(small_project, ledgers), tmp_path)
    quads = read(tmp_path / "mhgraph.nq")
    assert f"Ledgers: {names}." in (tmp_path / "mhgraph.ttl").read_text(encoding="utf-8")
    graphs = {getattr(quad.graph_name, "value", "") for quad in quads}
    assert any("/judgement/" in graph for graph in graphs) == (Ledger.JUDGED in ledgers)
    assert any("/rule/" in graph for graph in graphs) == (Ledger.INFERRED in ledgers)
    assert b"takesPartIn event:village-compact-launch-afternoon" not in (tmp_path / "mhgraph.ttl").read_bytes()
    assert (tmp_path / "mhgraph-stated.ttl").exists() == (Ledger.STATED in ledgers)


def test_the_turtle_is_merged_and_the_graphs_are_as_written(small: BaseGraph, tmp_path: Path) -> None:
    build(small, tmp_path)
    merged, kept = (
        str(from_curie(f"event:{slug}")) for slug in ("valley-review-mill-meeting", "village-compact-launch")
    )
    flat = read(tmp_path / "mhgraph.ttl")
    assert {quad.predicate for quad in flat if getattr(quad.subject, "value", "") == merged} == {IS_MERGED_INTO}
    assert {quad.predicate for quad in flat if getattr(quad.object, "value", "") == merged} == set()
    quads = read(tmp_path / "mhgraph.trig")
    for file in parse_project(small.project).of("sources", "judgements"):
        assert {quad for quad in file.quads if quad.graph_name != DEFAULT} <= quads
    (told,) = {
        quad
        for quad in quads
        if quad.predicate == IS_MERGED_INTO
        and getattr(quad.subject, "value", "") == merged
        and quad.graph_name != DEFAULT
    }
    assert to_curie(getattr(told.object, "value", "")) == to_curie(kept)
    assert any(quad.object == IDENTITY and quad.subject == told.graph_name for quad in quads)


def test_a_target_that_is_no_folder_leaves_nothing(small: BaseGraph, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(UnwritableTarget, match="a part of the path is not a folder"):
        build(small, tmp_path / "file")
    assert bytes_of(tmp_path) == {"file": b"old"}


def test_a_failure_in_the_middle_leaves_the_old_release(
    small: BaseGraph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    build(small, tmp_path / "dist")
    before = bytes_of(tmp_path / "dist")
    write_flushed = staging.write_flushed

    def fail(path: Path, data: Content) -> None:
        if path.name == "mhgraph.nq":
            raise OSError(28, "No space left on device")
        write_flushed(path, data)

    monkeypatch.setattr(write, "write_flushed", fail)
    with pytest.raises(UnwritableTarget, match="no space left on device"):
        build(load_graph(small.project, [Ledger.STATED]), tmp_path / "dist")
    assert bytes_of(tmp_path / "dist") == before
    assert [path.name for path in tmp_path.iterdir()] == ["dist"]


def test_without_a_date_none_is_written(tmp_path: Path) -> None:
    build(build_graph(tmp_path / "p"), tmp_path / "dist")
    assert 'dcterms:modified "' not in (tmp_path / "dist" / "mhgraph.ttl").read_text(encoding="utf-8")
