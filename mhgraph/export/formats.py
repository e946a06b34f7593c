"""The table of formats, and writing a network in one of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from mhgraph.analysis.projections import AnyNetwork
from mhgraph.errors import InvalidValue, UnwritableTarget
from mhgraph.export.cytoscape import write_cytoscape
from mhgraph.export.delimited import write_csv
from mhgraph.export.gexf import write_gexf
from mhgraph.export.graphml import write_graphml
from mhgraph.export.neo4j import write_neo4j
from mhgraph.export.parquet import write_parquet
from mhgraph.files import write_files


class Format(NamedTuple):
    """A format: the usual ending of its file names, and how it is written: a network → end of the name → bytes.

    The end is "" for a format of one file, `-nodes` and `-edges` for one of two.
    """

    suffix: str
    write: Callable[[AnyNetwork], Mapping[str, bytes]]


FORMATS: Mapping[str, Format] = {
    "gexf": Format(".gexf", lambda network: {"": write_gexf(network)}),
    "graphml": Format(".graphml", lambda network: {"": write_graphml(network)}),
    "cytoscape": Format(".cyjs", lambda network: {"": write_cytoscape(network)}),
    "csv": Format(".csv", write_csv),
    "parquet": Format(".parquet", write_parquet),
    "neo4j": Format(".csv", write_neo4j),
}
"""The formats by the name under which commands know them."""


def export_network(network: AnyNetwork, path: Path, name: str) -> list[Path]:
    """Return the files, after writing a network in one of FORMATS.

    A format of one file writes `path`; one of two writes beside it, under names that end in `-nodes` and `-edges`.
    Nodes and edges carry the fields of `mhgraph.export.records`. Raises MissingLibrary for Parquet without pyarrow, and
    what `write_files` raises; then nothing is left behind.

    Raises:
        InvalidValue: there is no such format.
        UnwritableTarget: the path is a device, a pipe or a folder, and the format is of two files.
    """
    if name not in FORMATS:
        raise InvalidValue("format", name, "one of " + ", ".join(FORMATS))
    files = FORMATS[name].write(network)
    if list(files) != [""] and path.exists() and not path.is_file():
        raise UnwritableTarget(path, f"{name} is two files, and this is none")
    targets = {path if not end else path.with_name(f"{path.stem}{end}{path.suffix}"): files[end] for end in files}
    write_files(targets)
    return list(targets)
