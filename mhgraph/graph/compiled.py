"""A graph in a folder: its store, its names, and what judgements merge; written once, then only read.

    store/          the quads, as the engine keeps them
    names.db        the names (`name_file`)
    manifest.json   all else, and the sizes and times of the other files; written last

The model and the rules are read from the files of the project, which are those that it was compiled from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import NamedNode, Triple

from mhgraph.graph.base import BaseGraph
from mhgraph.graph.identity import Clash, Identities
from mhgraph.graph.ledgers import Ledger
from mhgraph.graph.name_file import FiledNames, write_names
from mhgraph.graph.rules import load_rules
from mhgraph.model import Model
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project_file
from mhgraph.stores.compiled import CompiledStore, compile_store
from mhgraph.stores.embedded import EmbeddedStore

MANIFEST, STORE = "manifest.json", "store"
_NAMES = "names.db"


class NotCompiled(Exception):
    """A folder does not hold what was written into it, or cannot be read."""


def write_compiled(graph: BaseGraph, folder: Path) -> dict[str, bytes]:
    """Write a graph into an empty folder. Raises OSError, RuntimeError (the engine's) or sqlite3.Error.

    Returns:
        The manifest (name → content), which is to be written last.
    """
    quads = compile_store(graph.store.dump(), folder / STORE)
    write_names(graph.names, folder / _NAMES)
    manifest = {
        "root": str(graph.project.root),
        "ledgers": [ledger.value for ledger in Ledger if ledger in graph.ledgers],
        "second opinion": graph.second_opinion,
        "quads": quads,
        "identities": _write_identities(graph.identities),
        "files": _list_files(folder),
    }
    return {MANIFEST: json.dumps(manifest, indent=1).encode()}


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return the manifest of a compiled graph.

    Raises:
        NotCompiled: there is none, or what it lists is not what is there.
    """
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["files"] != _list_files(folder):
            raise NotCompiled("its files are not those that were written")
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise NotCompiled(str(error)) from error
    return dict(manifest)


def read_compiled(
    folder: Path, manifest: Mapping[str, Any], project: Project, renew: Callable[[], EmbeddedStore]
) -> BaseGraph:
    """Return the graph in a folder with this manifest, compiled from the files of a project as they are now.

    `renew` gives a store to ask instead, where the engine cannot read on. Raises what `load_rules` raises.

    Raises:
        NotCompiled: the folder does not hold what was written into it.
    """
    try:
        store = CompiledStore(folder / STORE, renew)
        identities = _read_identities(manifest["identities"])
        ledgers = frozenset(Ledger(name) for name in manifest["ledgers"])
    except (OSError, RuntimeError, ValueError, LookupError) as error:
        raise NotCompiled(str(error)) from error
    rules = tuple(load_rules(project.rules)) if Ledger.INFERRED in ledgers else ()
    names = FiledNames(store, identities, folder / _NAMES)
    parts = (store, ledgers, Model(_read_ontology(project)), rules, project, identities)
    return BaseGraph(*parts, names=names, second_opinion=bool(manifest["second opinion"]))


def _read_ontology(project: Project) -> Iterator[Triple]:
    for path in project.ontology:
        for quad in parse_project_file(project, path, "ontology").quads:
            yield quad.triple


def _list_files(folder: Path) -> dict[str, list[int]]:
    """Return the size and the time of the last change of each file but the manifest, by name."""
    found = ((path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(folder).as_posix(): [status.st_size, status.st_mtime_ns] for path, status in found}


def _write_identities(identities: Identities) -> dict[str, object]:
    return {
        "canonical": {name.value: canonical.value for name, canonical in identities.canonical.items()},
        "confidence": {name.value: confidence for name, confidence in identities.confidence.items()},
        "judgements": {name.value: graphs for name, graphs in identities.judgements.items()},
        "clashes": identities.clashes,
    }


def _read_identities(written: Mapping[str, Any]) -> Identities:
    """Return what `_write_identities` wrote, equal to what it was. Raises LookupError or ValueError."""
    return Identities(
        {NamedNode(name): NamedNode(canonical) for name, canonical in written["canonical"].items()},
        {NamedNode(name): confidence for name, confidence in written["confidence"].items()},
        tuple(Clash(tuple(members), reason, tuple(judgements)) for members, reason, judgements in written["clashes"]),
        {NamedNode(name): tuple(graphs) for name, graphs in written["judgements"].items()},
    )
