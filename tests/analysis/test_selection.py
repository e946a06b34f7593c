"""Parts of a network: around an entity, of some kinds, in some years."""

from __future__ import annotations

import pytest

from mhgraph.analysis.network import Network
from mhgraph.analysis.selection import select_around, select_kinds, select_years
from mhgraph.errors import InvalidValue
from tests.analysis.small import iri


@pytest.fixture
def network(whole: Network) -> Network:
    return whole


def test_steps_go_along_relations_in_either_direction(network: Network) -> None:
    start = max(network, key=lambda node: (network.degree(node), node))
    one, two = select_around(network, start, 1), select_around(network, start, 2)
    assert set(one) == {start, *network.successors(start), *network.predecessors(start)}
    assert set(one) < set(two)
    assert one.number_of_edges() == network.subgraph(one).number_of_edges()


def test_a_kind_is_a_class_or_a_concept(network: Network) -> None:
    events = select_kinds(network, ["mh:Event"])
    assert {data["type"] for _, data in events.nodes(data=True)} == {iri("mh:Event")}
    assert set(select_kinds(network, [iri("mh:Event").rpartition("#")[2]])) == set(events)
    kind = str(next(data["kinds"][0] for _, data in network.nodes(data=True) if data["kinds"]))
    slug = kind.rsplit("/", 1)[-1]
    assert set(select_kinds(network, [slug])) == {
        node for node, data in network.nodes(data=True) if kind in data["kinds"]
    }
    assert set(select_kinds(network, [f"concept:{slug}", "mh:Event"])) >= set(events)


def test_an_unknown_kind_is_refused(network: Network) -> None:
    with pytest.raises(InvalidValue, match="'Evnt' does not fit kind"):
        select_kinds(network, ["Evnt"])


def test_years_leave_out_what_is_dated_outside_them(network: Network) -> None:
    dated = {node: data["earliest"] for node, data in network.nodes(data=True) if data["earliest"]}
    assert dated
    year = int(min(dated.values())[:4])
    part = select_years(network, year, year)
    for node, data in network.nodes(data=True):
        within = not data["earliest"] or int(data["earliest"][:4]) <= year <= int(data["latest"][:4])
        assert (node in part) == within
    assert all(
        not data["earliest"] or int(data["earliest"][:4]) <= year <= int(data["latest"][:4])
        for *_, data in part.edges(data=True)
    )


def test_the_network_itself_is_not_changed(network: Network) -> None:
    before = (len(network), network.number_of_edges())
    select_years(network, 1900, 1901)
    assert (len(network), network.number_of_edges()) == before
