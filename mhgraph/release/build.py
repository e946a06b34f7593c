"""The dumps: what researchers load. The same graph gives the same bytes; no clock, no hash order."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import IO, TypeAlias

from pyoxigraph import NamedNode, Triple

from mhgraph.errors import InvalidValue, UnwritableTarget
from mhgraph.files import write_folder
from mhgraph.graph import BaseGraph
from mhgraph.model import Model
from mhgraph.optional import load_extra
from mhgraph.release import EXTRAS
from mhgraph.release.class_tables import list_class_tables, table_name
from mhgraph.release.codebook import write_codebook
from mhgraph.release.dump_table import DumpTable
from mhgraph.release.owl import write_owl
from mhgraph.release.rdf import Quads, list_writers
from mhgraph.release.readme import README, render_readme
from mhgraph.release.statement_table import STATEMENTS, make_statement_table

_Writer: TypeAlias = Callable[[IO[bytes]], object]
_RDF = ("mhgraph.ttl", "mhgraph-stated.ttl", "mhgraph.trig", "mhgraph.nq", "mhgraph-union.nq")
_OWL, _JSON_LD, _CODEBOOK = "mhgraph.owl", "mhgraph.jsonld", "codebook.csv"


def build(graph: BaseGraph, folder: Path, extras: Collection[str] = ()) -> list[Path]:
    """Return the paths of the dumps of a graph, after writing them into a folder. Raises what `write_folder` raises.

    `mhgraph.ttl` is the flat view (facts, names, schema) of the chosen ledgers, in which things that were merged have
    one name; `mhgraph-stated.ttl` that of what is stated alone. `mhgraph.trig` and `mhgraph.nq` hold the flat view with
    the evidence graphs, as written, and with the graph that tells what was merged. `mhgraph-union.nq` is `mhgraph.nq`
    with the flat view in a named graph, for stores whose default graph is the union of all. Each says its ledgers, and
    what the data says of itself: version, licence.

    `extras` are of EXTRAS: `owl` (facts and evidence as one OWL 2 ontology), `tables` (a CSV file for each class, one
    of statements, and a codebook), `parquet` (the same tables), `json-ld`. They take as long again at two hundred
    documents. `README.txt` tells which file to take. Raises MissingLibrary for Parquet without pyarrow.

    The dumps of one release come into the folder together; of an earlier one none stays. Whatever else is in it stays.

    Raises:
        InvalidValue: one of `extras` is unknown.
        UnwritableTarget: the folder holds the project.
    """
    unknown = [name for name in extras if name not in EXTRAS]
    if unknown:
        raise InvalidValue("extras", unknown[0], "one of " + ", ".join(EXTRAS))
    if graph.project.root.resolve().is_relative_to(folder.resolve()):
        raise UnwritableTarget(folder, "the project is in it, and it is replaced as a whole")
    if "parquet" in extras:
        load_extra("pyarrow", wish="Parquet", extra="parquet")  # before anything is computed
    writers = _list_writers(graph, frozenset(extras))
    readme = render_readme(graph, list(writers))
    write_folder(folder, {README: readme, **writers}, superseded=list_names(graph.model))
    return [folder / name for name in (README, *writers)]


def list_names(model: Model) -> list[str]:
    """Return the names that dumps can have."""
    tables = [STATEMENTS, *(table_name(cls) for cls in sorted(model.usable, key=str))]
    files = [f"table-{name}.{end}" for name in tables for end in ("csv", "parquet")]
    return [README, *_RDF, _OWL, _JSON_LD, _CODEBOOK, *files]


def _list_writers(graph: BaseGraph, extras: frozenset[str]) -> Mapping[str, _Writer]:
    """Return what writes each file, by its name."""
    quads = Quads(graph)
    in_rdf = list_writers(quads)
    wanted = [*_RDF, *([_JSON_LD] if "json-ld" in extras else [])]
    writers: dict[str, _Writer] = {name: in_rdf[name] for name in wanted if name in in_rdf}
    if extras & {"owl", "tables", "parquet"}:
        facts = [quad.triple for quad in quads.flat]
        if "owl" in extras:
            writers[_OWL] = partial(write_owl, graph, facts)
        if extras & {"tables", "parquet"}:
            tables = _list_tables(graph, facts)
            if "tables" in extras:
                writers |= {f"table-{table.name}.csv": table.write_csv for table in tables}
            if "parquet" in extras:
                writers |= {f"table-{table.name}.parquet": table.write_parquet for table in tables}
            writers[_CODEBOOK] = partial(write_codebook, tables)
    return writers


def _list_tables(graph: BaseGraph, facts: Collection[Triple]) -> list[DumpTable]:
    iris = {term.value for triple in facts for term in triple if isinstance(term, NamedNode)}
    labels = graph.labels(iris)
    return [make_statement_table(graph, labels), *list_class_tables(graph, facts, labels)]
