"""Projects made on the spot: a test says the few statements it needs, and gets a project or a graph that holds them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Triple

from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, load_graph
from mhgraph.namespaces import PREFIXES, passage_iri, to_curie
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import DEFAULT
from mhgraph.rdf.turtle.parse import parse_text
from tests.conftest import REPOSITORY

PROLOGUE = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
ONTOLOGY = REPOSITORY / "ontology"


def build_project(
    folder: Path,
    *,
    sources: Mapping[str, str] | None = None,
    judgements: Mapping[str, str] | None = None,
    entities: Mapping[str, str] | None = None,
    rules: Mapping[str, str] | None = None,
    with_ontology: bool = False,
) -> Project:
    """Return a project with these files (name → text, prefixes are bound); the rules are the house's own unless given.

    In a source, the empty prefix is its own. Without the ontology of the house its facts are those of the files only,
    and its model knows no term.
    """
    (folder / "ontology" / "rules").mkdir(parents=True)
    (folder / "data").mkdir()
    for path in [*ONTOLOGY.glob("*.ttl"), ONTOLOGY / "vocabularies"] if with_ontology else ():
        copy = shutil.copytree if path.is_dir() else shutil.copy
        copy(path, folder / "ontology" / path.name)
    if not with_ontology:
        (folder / "ontology" / "mhgraph.ttl").touch()
    own = {path.stem: path.read_text("utf-8") for path in (ONTOLOGY / "rules").glob("*.rq")} if rules is None else rules
    for name, text in own.items():
        (folder / "ontology" / "rules" / f"{name}.rq").write_text(text, encoding="utf-8")
    for kind, ending, files in (
        ("sources", "trig", sources),
        ("judgements", "trig", judgements),
        ("entities", "ttl", entities),
    ):
        (folder / "data" / kind).mkdir()
        for name, text in (files or {}).items():
            empty = f"@prefix : <{passage_iri(name, '')}> .\n" if kind == "sources" else ""
            path = folder / "data" / kind / (f"{name}/{name}" if kind == "entities" else name)
            path.parent.mkdir(exist_ok=True)
            path.with_name(f"{path.name}.{ending}").write_text(PROLOGUE + empty + text, encoding="utf-8")
    return Project(folder)


def build_graph(
    folder: Path,
    *,
    sources: Mapping[str, str] | None = None,
    judgements: Mapping[str, str] | None = None,
    entities: Mapping[str, str] | None = None,
    rules: Mapping[str, str] | None = None,
    with_ontology: bool = False,
    ledgers: Iterable[Ledger] = ALL_LEDGERS,
) -> BaseGraph:
    """Return the graph of such a project; see `build_project`."""
    project = build_project(
        folder, sources=sources, judgements=judgements, entities=entities, rules=rules, with_ontology=with_ontology
    )
    return load_graph(project, ledgers)


def triples(text: str) -> set[Triple]:
    """Return the triples of a Turtle text in which the prefixes of the house are bound."""
    return {quad.triple for quad in parse_text(PROLOGUE + text, Path("made.ttl"))}


def triple(text: str) -> Triple:
    """Return the one triple of a Turtle text without its full stop, e.g. `event:a mh:host actor:b`."""
    (found,) = triples(f"{text} .")
    return found


def facts(graph: BaseGraph) -> set[Triple]:
    """Return the flat view."""
    return {quad.triple for quad in graph.store.dump([""])}


def in_graph(graph: BaseGraph, curie: str) -> set[Triple]:
    """Return the triples of one named graph, e.g. `source:k#p08`; for a rule, those of all graphs that it concluded."""
    named = (
        (to_curie(quad.graph_name.value), quad) for quad in evidence(graph) if isinstance(quad.graph_name, NamedNode)
    )
    return {quad.triple for name, quad in named if name == curie or name.startswith(f"{curie}#")}


def evidence(graph: BaseGraph) -> set[Quad]:
    """Return what stands in named graphs."""
    return {quad for quad in graph.quads() if quad.graph_name != DEFAULT}
