"""Choosing a part of a network: around one entity, of some kinds, in some years."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from mhgraph.errors import InvalidValue
from mhgraph.namespaces import CONCEPT
from mhgraph.analysis.network import Network, neighbours


def part(
    network: Network,
    *,
    focus: str | None = None,
    hops: int = 2,
    kinds: Collection[str] = (),
    years: tuple[int, int] | None = None,
) -> Network:
    """Return the part that all choices leave: near `focus`, of one of `kinds`, not dated outside `years`.

    Nearness is that in the whole network, whatever the kinds on the way. Raises InvalidValue for a kind that no node of
    the whole network has.
    """
    chosen = set(of_kinds(network, kinds)) if kinds else set(network)
    if focus is not None:
        chosen &= set(around(network, focus, hops))
    left = _part(network, chosen)
    return left if years is None else in_years(left, *years)


def around(network: Network, iri: str, hops: int) -> Network:
    """Return the part within `hops` steps of a node, whatever the direction of the relations."""
    kept = {iri}
    edge = {iri}
    for _ in range(hops):
        edge = {other for node in edge for other in neighbours(network, node)} - kept
        kept |= edge
    return _part(network, kept)


def of_kinds(network: Network, kinds: Collection[str]) -> Network:
    """Return the part whose nodes are of one of the kinds: class names (`Event`) or kinds (`event-webinar`).

    Raises InvalidValue for a kind that no node has.
    """
    wanted = {each.removeprefix("mh:").removeprefix("concept:") for each in kinds}
    has = {iri: _kinds(data) for iri, data in network.nodes(data=True)}
    known = {kind for found in has.values() for kind in found}
    for kind in sorted(wanted - known):
        raise InvalidValue("--kind", kind, f"a class or kind of this network, such as {', '.join(sorted(known)[:8])}")
    return _part(network, {iri for iri, found in has.items() if found & wanted})


def in_years(network: Network, first: int, last: int) -> Network:
    """Return the part without what is dated, and dated outside these years; what has no date stays."""
    kept = {iri for iri, data in network.nodes(data=True) if _within(data, first, last)}
    left = _part(network, kept)
    left.remove_edges_from(
        [(s, o, key) for s, o, key, data in left.edges(keys=True, data=True) if not _within(data, first, last)]
    )
    return left


def _part(network: Network, kept: Collection[str]) -> Network:
    """Return a copy of the part with these nodes, in the order of the network."""
    left: Network = type(network)()
    left.add_nodes_from((iri, data) for iri, data in network.nodes(data=True) if iri in kept)
    for subject, value, key, data in network.edges(keys=True, data=True):
        if subject in kept and value in kept:
            left.add_edge(subject, value, key, **data)
    return left


def _kinds(data: dict[str, Any]) -> set[str]:
    return {data["cls"], *(kind.removeprefix(CONCEPT) for kind in data["kinds"])}


def _within(data: dict[str, Any], first: int, last: int) -> bool:
    earliest, latest = data["earliest"] or data["latest"], data["latest"] or data["earliest"]
    return not earliest or (int(earliest[:4]) <= last and int(latest[:4]) >= first)
