"""Projects made on the spot: a test says the few statements it needs, and gets a folder or a corpus that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Triple

from mhgraph.graph import ALL_LEDGERS, Corpus, Ledger, load_corpus
from mhgraph.namespaces import PREFIXES, passage_iri, to_curie
from mhgraph.project.folders import Project
from mhgraph.rdf.terms import DEFAULT
from mhgraph.rdf.turtle.parse import parse_text
from tests.conftest import REPOSITORY

PROLOGUE = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
RULES = REPOSITORY / "ontology" / "rules"


def made_project(
    folder: Path,
    *,
    sources: Mapping[str, str] | None = None,
    judgements: Mapping[str, str] | None = None,
    entities: Mapping[str, str] | None = None,
    rules: Mapping[str, str] | None = None,
) -> Project:
    """Return a project with these files (name → text, prefixes are bound); the rules are the house's own unless given.

    In a source, the empty prefix is its own.
    """
    (folder / "ontology" / "rules").mkdir(parents=True)
    (folder / "data").mkdir()
    (folder / "ontology" / "mhgraph.ttl").touch()
    own = {path.stem: path.read_text(encoding="utf-8") for path in RULES.glob("*.rq")} if rules is None else rules
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
            (folder / "data" / kind / f"{name}.{ending}").write_text(PROLOGUE + empty + text, encoding="utf-8")
    return Project(folder)


def made_corpus(
    folder: Path,
    *,
    sources: Mapping[str, str] | None = None,
    judgements: Mapping[str, str] | None = None,
    rules: Mapping[str, str] | None = None,
    ledgers: Iterable[Ledger] = ALL_LEDGERS,
) -> Corpus:
    """Return the corpus of such a project."""
    return load_corpus(made_project(folder, sources=sources, judgements=judgements, rules=rules), ledgers)


def triples(text: str) -> set[Triple]:
    """Return the triples of a Turtle text in which the prefixes of the house are bound."""
    return {quad.triple for quad in parse_text(PROLOGUE + text, Path("made.ttl"))}


def triple(text: str) -> Triple:
    """Return the one triple of a Turtle text without its full stop, e.g. `event:a mh:host actor:b`."""
    (found,) = triples(f"{text} .")
    return found


def facts(corpus: Corpus) -> set[Triple]:
    """Return the flat view."""
    return {quad.triple for quad in corpus.store.quads_for_pattern(None, None, None, DEFAULT)}


def in_graph(corpus: Corpus, curie: str) -> set[Triple]:
    """Return the triples of one evidence graph, e.g. `rule:co-lead-is-member`."""
    return {quad.triple for quad in corpus.store if to_curie(getattr(quad.graph_name, "value", "")) == curie}


def evidence(corpus: Corpus) -> set[Quad]:
    """Return what stands in named graphs."""
    return {quad for quad in corpus.store if isinstance(quad.graph_name, NamedNode)}
