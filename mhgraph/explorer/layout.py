"""Where everything stands on the page: communities as compact discs, packed side by side, hubs in the middle of theirs.

Computed beforehand and without a library for arrays: only sums, products and roots of floats, which are the same on
every machine, rounded to whole pixels at the end, so that the same network gives the same places. Inside a community
the drawn distance follows the distance in the network (stress majorization: Gansner, Koren and North, "Graph drawing by
stress majorization", 2004, with the few pivots of Ortmann, Klimenta and Brandes, "A sparse stress model", 2016).
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mhgraph.analysis.network import Network

_EDGE = 70.0
_GAP = 44.0
_PIVOTS = 48
_ROUNDS = 40
_GOLDEN = math.pi * (3 - math.sqrt(5))
_ANGLES = 24
_WIDTH_TO_HEIGHT = 1.15

_Point = tuple[float, float]
_Ties = Sequence[dict[int, int]]
"""For each node by number: its neighbours, and how many relations join them."""


@dataclass(frozen=True)
class Place:
    """Where an entity is drawn: the middle in pixels, the radius by importance, and the number of its community.

    Communities are numbered from 0, as they were given; -1 is the block of what is in none.
    """

    x: int
    y: int
    radius: int
    community: int


def arrange(network: Network, communities: Iterable[Iterable[str]]) -> dict[str, Place]:
    """Return the place of every node, in the order of the nodes; what is in none of the communities stands below.

    Importance is the number of relations: the radius grows with its root, so that the area does with the number.

    >>> import networkx as nx
    >>> network: Network = nx.MultiDiGraph([("a", "b"), ("b", "c"), ("c", "a"), ("d", "e")])
    >>> [place.community for place in arrange(network, ["abc", "de"]).values()]
    [0, 0, 0, 1, 1]
    """
    ties = _count_ties(network)
    radii = [_choose_radius(sum(near.values())) for near in ties]
    number = {iri: index for index, iri in enumerate(network)}
    groups = [sorted(number[iri] for iri in group) for group in communities]
    community = {node: number for number, group in enumerate(groups) for node in group}
    single = [node for node in number.values() if node not in community]
    rounds = max(_ROUNDS // 4, min(_ROUNDS, _ROUNDS * 1500 // len(ties))) if ties else 0
    drawn = [_spread_group(group, ties, radii, rounds) for group in groups]
    discs = [max(math.hypot(*point) + radii[node] for node, point in disc.items()) + _GAP / 2 for disc in drawn]
    centres = _pack_discs(community, discs, ties)
    spots = _turn_discs(drawn, centres, ties)
    if single:
        spots.update(_place_single(single, radii, spots))
    return {
        iri: Place(round(spots[node][0]), round(spots[node][1]), radii[node], community.get(node, -1))
        for node, iri in enumerate(network)
    }


def _count_ties(network: Network) -> list[dict[int, int]]:
    """Return the neighbours of each node, by number, and how many relations join them; loops are left out."""
    number = {iri: index for index, iri in enumerate(network)}
    ties: list[dict[int, int]] = [{} for _ in number]
    for subject, value in network.edges():
        one, other = number[subject], number[value]
        if one != other:
            ties[one][other] = ties[one].get(other, 0) + 1
            ties[other][one] = ties[other].get(one, 0) + 1
    return ties


def _choose_radius(relations: int) -> int:
    return min(44, round(6 + 3.4 * math.sqrt(relations)))


def _spread_group(group: list[int], ties: _Ties, radii: Sequence[int], rounds: int) -> dict[int, _Point]:
    """Return places of the nodes of a community around its middle (0, 0)."""
    inside = set(group)
    near = {node: sorted(other for other in ties[node] if other in inside) for node in group}
    ranked = sorted(group, key=lambda node: (-len(near[node]), node))
    spot = {node: _place_on_spiral(rank, _EDGE * 0.8) for rank, node in enumerate(ranked)}
    wishes = _list_wishes(ranked, near, radii)
    for _ in range(rounds):
        for node in ranked:
            spot[node] = _majorize(node, spot, wishes[node])
    for _ in range(_ROUNDS):
        if not _part_nodes(ranked, spot, radii):
            break
    return _centre(spot)


def _list_wishes(
    ranked: list[int], near: dict[int, list[int]], radii: Sequence[int]
) -> dict[int, list[tuple[int, float, float]]]:
    """Return for each node the nodes it minds: number, wished distance, weight (the square of the inverse distance)."""
    pivots = ranked[:_PIVOTS] if len(ranked) <= 2 * _PIVOTS else ranked[:: max(1, len(ranked) // _PIVOTS)][:_PIVOTS]
    minded = ranked if len(ranked) <= 2 * _PIVOTS else pivots
    wishes: dict[int, list[tuple[int, float, float]]] = {node: [] for node in ranked}
    for pivot in minded:
        for node, steps in _count_steps(pivot, near).items():
            if node != pivot and (len(minded) == len(ranked) or pivot not in near[node]):
                distance = steps * _EDGE
                wishes[node].append((pivot, distance, 1 / (distance * distance)))
    if len(minded) < len(ranked):
        for node in ranked:
            for other in near[node]:
                distance = _EDGE + radii[node] + radii[other]
                wishes[node].append((other, distance, 4 / (distance * distance)))
    return wishes


def _count_steps(start: int, near: dict[int, list[int]]) -> dict[int, int]:
    found = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other in near[node]:
            if other not in found:
                found[other] = found[node] + 1
                queue.append(other)
    return found


def _majorize(node: int, spot: dict[int, _Point], wishes: list[tuple[int, float, float]]) -> _Point:
    """Return where a node comes nearest to its wishes, the others standing still."""
    x, y = spot[node]
    total = sum_x = sum_y = 0.0
    for other, wished, weight in wishes:
        other_x, other_y = spot[other]
        gap_x, gap_y = x - other_x, y - other_y
        distance = math.sqrt(gap_x * gap_x + gap_y * gap_y) or 1.0
        pull = wished / distance
        sum_x += weight * (other_x + gap_x * pull)
        sum_y += weight * (other_y + gap_y * pull)
        total += weight
    return (sum_x / total, sum_y / total) if total else (x, y)


def _part_nodes(ranked: list[int], spot: dict[int, _Point], radii: Sequence[int]) -> bool:
    """Return whether any nodes touched, after pushing them apart."""
    cell = 2 * max(radii[node] for node in ranked) + 26.0
    boxes: dict[tuple[int, int], list[int]] = {}
    for node in ranked:
        boxes.setdefault((int(spot[node][0] // cell), int(spot[node][1] // cell)), []).append(node)
    moved = False
    for (column, row), nodes in boxes.items():
        around = [n for dx in (-1, 0, 1) for dy in (-1, 0, 1) for n in boxes.get((column + dx, row + dy), ())]
        for node in nodes:
            for other in around:
                if other > node and _push_apart(node, other, spot, radii):
                    moved = True
    return moved


def _push_apart(node: int, other: int, spot: dict[int, _Point], radii: Sequence[int]) -> bool:
    (x, y), (other_x, other_y) = spot[node], spot[other]
    gap_x, gap_y = x - other_x, y - other_y
    distance = math.sqrt(gap_x * gap_x + gap_y * gap_y)
    least = radii[node] + radii[other] + 20.0
    if distance >= least - 0.5:
        return False
    if distance < 0.01:
        gap_x, gap_y, distance = 1.0, (node - other) % 7 - 3.0, math.sqrt(1 + ((node - other) % 7 - 3.0) ** 2)
    shift = (least - distance) / distance / 2
    spot[node] = (x + gap_x * shift, y + gap_y * shift)
    spot[other] = (other_x - gap_x * shift, other_y - gap_y * shift)
    return True


def _centre(spot: dict[int, _Point]) -> dict[int, _Point]:
    left, right = min(x for x, _ in spot.values()), max(x for x, _ in spot.values())
    top, bottom = min(y for _, y in spot.values()), max(y for _, y in spot.values())
    return {node: (x - (left + right) / 2, y - (top + bottom) / 2) for node, (x, y) in spot.items()}


def _pack_discs(community: Mapping[int, int], discs: list[float], ties: _Ties) -> list[_Point]:
    """Return the middles of the discs: each as near as it can be to those it is linked with, none on another."""
    links: list[dict[int, int]] = [{} for _ in discs]
    for node, home in community.items():
        for other, count in ties[node].items():
            there = community.get(other, home)
            if there != home:
                links[home][there] = links[home].get(there, 0) + count
    centres: dict[int, _Point] = {}
    waiting = list(range(len(discs)))
    while waiting:
        number = max(waiting, key=lambda n: (sum(links[n].get(done, 0) for done in centres), discs[n], -n))
        waiting.remove(number)
        centres[number] = _choose_centre(number, discs, centres, links[number])
    return [centres[number] for number in range(len(discs))]


def _choose_centre(number: int, discs: list[float], centres: dict[int, _Point], links: dict[int, int]) -> _Point:
    if not centres:
        return (0.0, 0.0)
    best: tuple[float, _Point] | None = None
    for placed, (x, y) in centres.items():
        reach = discs[placed] + discs[number]
        for step in range(2 * _ANGLES):
            angle = round(math.pi * step / _ANGLES, 6)
            point = (x + reach * round(math.cos(angle), 6), y + reach * round(math.sin(angle), 6))
            if any(
                _measure_distance(point, centre) < discs[disc] + discs[number] - 0.01
                for disc, centre in centres.items()
            ):
                continue
            cost = math.hypot(point[0], point[1] * _WIDTH_TO_HEIGHT) * 3.0
            total = sum(links.values()) or 1
            linked = ((count, centres[disc]) for disc, count in links.items() if disc in centres)
            cost += sum(count * _measure_distance(point, centre) for count, centre in linked) / total
            if best is None or cost < best[0] - 0.01:
                best = (cost, point)
    if best is None:
        raise AssertionError("the outermost disc always has a free side")
    return best[1]


def _measure_distance(one: _Point, other: _Point) -> float:
    return math.sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)


def _turn_discs(drawn: list[dict[int, _Point]], centres: list[_Point], ties: _Ties) -> dict[int, _Point]:
    """Return the places on the page: each disc turned, or turned over, so that the links to other discs are short."""
    spots = {
        node: (x + cx, y + cy) for disc, (cx, cy) in zip(drawn, centres, strict=True) for node, (x, y) in disc.items()
    }
    for disc, (cx, cy) in zip(drawn, centres, strict=True):
        outside = [(node, other) for node in disc for other in ties[node] if other not in disc]
        if not outside or len(disc) < 2:
            continue
        best = min(range(2 * _ANGLES), key=lambda turn: (_measure_links(turn, disc, (cx, cy), outside, spots), turn))
        for node in disc:
            x, y = _turn_point(best, disc[node])
            spots[node] = (x + cx, y + cy)
    return spots


def _turn_point(turn: int, point: _Point) -> _Point:
    angle = math.pi * 2 * (turn // 2) / _ANGLES
    cosine, sine = round(math.cos(angle), 6), round(math.sin(angle), 6)
    x, y = (point[0], -point[1]) if turn % 2 else point
    return (x * cosine - y * sine, x * sine + y * cosine)


def _measure_links(
    turn: int,
    disc: dict[int, _Point],
    centre: _Point,
    outside: list[tuple[int, int]],
    spots: dict[int, _Point],
) -> float:
    total = 0.0
    for node, other in outside:
        x, y = _turn_point(turn, disc[node])
        total += _measure_distance((x + centre[0], y + centre[1]), spots[other])
    return round(total, 3)


def _place_single(single: list[int], radii: Sequence[int], spots: dict[int, _Point]) -> dict[int, _Point]:
    """Return places in rows under the drawing for the nodes that nothing links."""
    left = min((x for x, _ in spots.values()), default=0.0)
    right = max((x for x, _ in spots.values()), default=0.0)
    bottom = max((y + radii[node] for node, (_, y) in spots.items()), default=0.0)
    pitch = 90.0
    columns = max(8, int((right - left) // pitch) + 1)
    return {
        node: (left + (rank % columns) * pitch, bottom + 2 * _GAP + (rank // columns) * 60.0)
        for rank, node in enumerate(single)
    }


def _place_on_spiral(rank: int, pitch: float) -> _Point:
    radius = pitch * math.sqrt(rank)
    return (round(radius * math.cos(rank * _GOLDEN), 4), round(radius * math.sin(rank * _GOLDEN), 4))
