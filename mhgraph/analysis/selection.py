"""Choosing a part of a network: around one entity, of some kinds, in some years."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from pyoxigraph import NamedNode

from mhgraph.analysis.network import Network, list_neighbours
from mhgraph.errors import InvalidValue
from mhgraph.model import local_name
from mhgraph.namespaces import CONCEPT


def select_part(
    network: Network,
    *,
    focus: str | None = None,
    hops: int = 2,
    kinds: Collection[str] = (),
    years: tuple[int, int] | None = None,
) -> Network:
    """Return the part that all choices leave: near `focus`, of one of `kinds`, not dated outside `years`.

    Nearness is that in the whole network, whatever the kinds on the way. Raises what `select_kinds` raises.
    """
    chosen = set(select_kinds(network, kinds)) if kinds else set(network)
    if focus is not None:
        chosen &= set(select_around(network, focus, hops))
    part = _copy_part(network, chosen)
    return part if years is None else select_years(part, *years)


def select_around(network: Network, iri: str, hops: int) -> Network:
    """Return the part within `hops` steps of a node, whatever the direction of the relations."""
    kept = {iri}
    border = {iri}
    for _ in range(hops):
        border = {other for node in border for other in list_neighbours(network, node)} - kept
        kept |= border
    return _copy_part(network, kept)


def select_kinds(network: Network, kinds: Collection[str]) -> Network:
    """Return the part whose nodes are of one of the kinds: class names (`Event`) or kinds (`event-webinar`).

    Raises:
        InvalidValue: for a kind that no node has.
    """
    wanted = {name.removeprefix("mh:").removeprefix("concept:") for name in kinds}
    kinds_of = {iri: _list_kinds(data) for iri, data in network.nodes(data=True)}
    known = {kind for found in kinds_of.values() for kind in found}
    for kind in sorted(wanted - known):
        raise InvalidValue("kind", kind, f"a class or kind of this network, such as {', '.join(sorted(known)[:8])}")
    return _copy_part(network, {iri for iri, found in kinds_of.items() if found & wanted})


def select_years(network: Network, first: int, last: int) -> Network:
    """Return the part without what is dated, and dated outside these years; what has no date stays."""
    part = _copy_part(network, {iri for iri, data in network.nodes(data=True) if _is_within(data, first, last)})
    outside = [edge[:3] for edge in part.edges(keys=True, data=True) if not _is_within(edge[3], first, last)]
    part.remove_edges_from(outside)
    return part


def _copy_part(network: Network, kept: Collection[str]) -> Network:
    """Return a copy of the part with these nodes, in the order of the network."""
    part: Network = type(network)()
    part.add_nodes_from((iri, data) for iri, data in network.nodes(data=True) if iri in kept)
    for subject, value, key, data in network.edges(keys=True, data=True):
        if subject in kept and value in kept:
            part.add_edge(subject, value, key, **data)
    return part


def _list_kinds(data: Mapping[str, Any]) -> set[str]:
    return {local_name(NamedNode(data["type"])), *(kind.removeprefix(CONCEPT) for kind in data["kinds"])}


def _is_within(data: Mapping[str, Any], first: int, last: int) -> bool:
    earliest, latest = data["earliest"] or data["latest"], data["latest"] or data["earliest"]
    return not earliest or (int(earliest[:4]) <= last and int(latest[:4]) >= first)
