"""What the shapes allow as values is what the reviewed table says, seen by behaviour."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from rdflib import SH, URIRef

from mhgraph.namespaces import SKOS
from mhgraph.project.folders import Project
from mhgraph.checks import load_shapes
from mhgraph.checks.shacl.fast import FastShapes
from tools.mutation.constraints import reached
from tests.checks import ranges
from tests.checks.cases import SHAPE, read_world
from tests.checks.ranges import TABLE, RangeProbe, asked_of, each_once, read_table, table


@pytest.fixture(scope="module")
def shapes(shipped: Project) -> rdflib.Graph:
    return load_shapes(shipped.shapes)


@pytest.fixture(scope="module")
def probe() -> RangeProbe:
    return RangeProbe(read_world())


def test_the_shapes_allow_what_the_table_says(shapes: rdflib.Graph, probe: RangeProbe) -> None:
    asked = each_once(asked_of(shapes))
    assert probe.seen(FastShapes(shapes).validate(probe.lines(asked))) == read_table()


def test_every_property_shape_that_restricts_classes_has_a_line(shapes: rdflib.Graph) -> None:
    restricting = set()
    for each in each_once(asked_of(shapes)):
        parts = reached(shapes, each.shape)
        schemes = [part for part in parts if shapes.value(part, SH.path) == URIRef(f"{SKOS}inScheme")]
        if any((part, SH["class"], None) in shapes for part in parts) or any(
            (part, SH.hasValue, None) in shapes for part in schemes
        ):
            restricting.add(each.slug)
    assert restricting == set(read_table())


def test_the_table_names_what_there_is(probe: RangeProbe) -> None:
    named = {name for allowed in read_table().values() for name in allowed}
    assert named <= probe.kinds | {"skos:Concept"}
    assert TABLE.read_text(encoding="utf-8") == table(read_table())


def test_a_wider_range_is_seen(shipped: Project, probe: RangeProbe) -> None:
    wider = load_shapes(shipped.shapes)
    shape = URIRef(f"{SHAPE}step-of")
    wider.remove((shape, SH["class"], None))
    wider.add((shape, SH.node, URIRef(f"{SHAPE}an-instrument-or-provision")))
    (asked,) = [each for each in each_once(asked_of(wider)) if each.shape == shape]
    seen = probe.seen(FastShapes(wider).validate(probe.lines([asked])))
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
