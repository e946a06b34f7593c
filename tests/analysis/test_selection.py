"""Parts of a network: around an entity, of some kinds, in some years."""

from __future__ import annotations

import pytest

from mhgraph.graph import Corpus
from mhgraph.errors import InvalidValue
from mhgraph.analysis.network import Network, everything
from mhgraph.analysis.selection import around, in_years, of_kinds


@pytest.fixture(scope="module")
def network(small: Corpus) -> Network:
    return everything(small)


def test_steps_go_along_relations_in_either_direction(network: Network) -> None:
    start = max(network, key=lambda iri: (network.degree(iri), iri))
    one, two = around(network, start, 1), around(network, start, 2)
    assert set(one) == {start, *network.successors(start), *network.predecessors(start)}
    assert set(one) < set(two)
    assert one.number_of_edges() == network.subgraph(one).number_of_edges()


def test_a_kind_is_a_class_or_a_concept(network: Network) -> None:
    events = of_kinds(network, ["Event"])
    assert {data["cls"] for _, data in events.nodes(data=True)} == {"Event"}
    kind = str(next(data["kinds"][0] for _, data in network.nodes(data=True) if data["kinds"]))
    slug = kind.rsplit("/", 1)[-1]
    assert set(of_kinds(network, [slug])) == {iri for iri, data in network.nodes(data=True) if kind in data["kinds"]}
    assert set(of_kinds(network, [f"concept:{slug}", "mh:Event"])) >= set(events)


def test_an_unknown_kind_is_refused(network: Network) -> None:
    with pytest.raises(InvalidValue, match="'Evnt' does not fit --kind"):
        of_kinds(network, ["Evnt"])


def test_years_leave_out_what_is_dated_outside_them(network: Network) -> None:
    dated = {iri: data["earliest"] for iri, data in network.nodes(data=True) if data["earliest"]}
    assert dated
    year = int(min(dated.values())[:4])
    part = in_years(network, year, year)
    for iri, data in network.nodes(data=True):
        within = not data["earliest"] or int(data["earliest"][:4]) <= year <= int(data["latest"][:4])
        assert (iri in part) == within
    assert all(
        not data["earliest"] or int(data["earliest"][:4]) <= year <= int(data["latest"][:4])
        for *_, data in part.edges(data=True)
    )


def test_the_network_itself_is_not_changed(network: Network) -> None:
    before = (len(network), network.number_of_edges())
    in_years(network, 1900, 1901)
    assert (len(network), network.number_of_edges()) == before
