"""What the shapes allow as values is what the reviewed table says, seen by behaviour."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Quad
from rdflib import SH, URIRef

from mhgraph.checks.shacl import FastEngine, parse_shapes
from mhgraph.namespaces import SKOS
from mhgraph.project.folders import Project
from tests.checks import ranges
from tests.checks.cases import SHAPE
from tests.checks.ranges import TABLE, RangeProbe, asked_of, read_table, take_first, write_table
from tools.mutation.constraints import find_parts


@pytest.fixture(scope="module")
def probe(world: frozenset[Quad]) -> RangeProbe:
    return RangeProbe(world)


@pytest.mark.slow
def test_the_shapes_allow_what_the_table_says(shapes: rdflib.Graph, fast: FastEngine, probe: RangeProbe) -> None:
    asked = take_first(asked_of(shapes))
    assert probe.seen(fast.validate(probe.lines(asked))) == read_table()


def test_every_property_shape_that_restricts_classes_has_a_line(shapes: rdflib.Graph) -> None:
    restricting = set()
    for asked in take_first(asked_of(shapes)):
        parts = find_parts(shapes, asked.shape)
        schemes = [part for part in parts if shapes.value(part, SH.path) == URIRef(f"{SKOS}inScheme")]
        if any((part, SH["class"], None) in shapes for part in parts) or any(
            (part, SH.hasValue, None) in shapes for part in schemes
        ):
            restricting.add(asked.slug)
    assert restricting == set(read_table())


def test_the_table_names_what_there_is(probe: RangeProbe) -> None:
    named = {name for allowed in read_table().values() for name in allowed}
    assert named <= probe.kinds | {"skos:Concept"}
    assert TABLE.read_text(encoding="utf-8") == write_table(read_table())


def test_a_wider_range_is_seen(shipped: Project, probe: RangeProbe) -> None:
    wider = parse_shapes(shipped).graph
    shape = URIRef(f"{SHAPE}step-of")
    wider.remove((shape, SH["class"], None))
    wider.add((shape, SH.node, URIRef(f"{SHAPE}an-instrument-or-provision")))
    (asked,) = [one for one in take_first(asked_of(wider)) if one.shape == shape]
    seen = probe.seen(FastEngine(wider).validate(probe.lines([asked])))
    assert seen == {"step-of": {"mh:Instrument", "mh:Provision"}}


@pytest.mark.parametrize(
    "text",
    [
        "shape\tranges\na\tmh:A",
        "shape\tallowed\nb\tmh:A\na\tmh:A",
        "shape\tallowed\na\tmh:A\na\tmh:B",
        "shape\tallowed\na\tmh:B mh:A",
        "shape\tallowed\na\tmh:A  mh:B",
        "shape\tallowed\na",
    ],
    ids=["header", "order", "twice", "unsorted", "two blanks", "no tab"],
)
def test_a_table_out_of_order_is_refused(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ranges.tsv"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(ranges, "TABLE", path)
    with pytest.raises(ValueError, match=r"ranges\.tsv"):
        read_table()
