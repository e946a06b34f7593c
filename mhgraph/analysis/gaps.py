"""Gaps: what a reader of this corpus would ask for next. A gap is one in the documents read, never one in the world."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mhgraph.analysis.network import Network, nodes_of
from mhgraph.graph import Ledger
from mhgraph.graph.evidence import passages_of
from mhgraph.model import (
    ABOUT,
    ADDRESSES,
    AGENT,
    BINDS,
    COMMITMENT,
    EVENT,
    EVENT_SET,
    PLEDGED_BY,
    PRACTICE,
    PROVISION,
    RECOMMENDATION,
    TAKES_UP,
    SUPPORTS,
    Model,
)
from mhgraph.namespaces import CONCEPT
from mhgraph.rdf.terms import natural_key

NO_FOLLOW_UP = "recommendation without follow-up"
NO_ACTOR = "commitment without an actor"
ONLY_JUDGED = "provision that only judgements touch"
GAPS = {"recommendations": NO_FOLLOW_UP, "commitments": NO_ACTOR, "provisions": ONLY_JUDGED}
"""The gaps by the name under which commands know them."""
CLASS_OF_GAP = {NO_FOLLOW_UP: RECOMMENDATION, NO_ACTOR: COMMITMENT, ONLY_JUDGED: PROVISION}
"""Each gap and the class of the things in which it is looked for."""

_MAKING = frozenset(f"{CONCEPT}milestone-{slug}" for slug in ("recommendations-made", "requested"))
_TAKING = frozenset(term.value for term in (EVENT, EVENT_SET, COMMITMENT, PRACTICE))
_PARTIES = frozenset(term.value for term in (BINDS, PLEDGED_BY))


@dataclass(frozen=True)
class Gap:
    """One gap: which, the entity, what is known instead (sentences in English), and the passages on it."""

    gap: str
    iri: str
    known: tuple[str, ...]
    passages: tuple[str, ...]


def find_recommendations_without_follow_up(network: Network) -> list[Gap]:
    """Return the recommendations on which the corpus shows nobody acting.

    Follow-up is a milestone about the recommendation, other than its being made or asked for, or a practice or body
    that supports it. What comes later on the same provision (an event, commitment or practice whose first day is
    after the recommendation's last) may be follow-up, though nobody says so: it is counted in `known`, and the gap
    stays.

    Not for: a body's record of compliance. Most documents that ask are older than those that answer.
    """
    return [
        Gap(NO_FOLLOW_UP, iri, _count_later(network, iri), _list_passages(network, iri))
        for iri in _list_nodes(network, NO_FOLLOW_UP)
        if not any(_follows_up(network, subject, key) for subject, _, key in network.in_edges(iri, keys=True))
    ]


def find_commitments_without_actor(network: Network, model: Model) -> list[Gap]:
    """Return the commitments of which no body and no person is named as bound or as pledging.

    A constituency ("Member States") is no actor: it is said in `known`, and the gap stays.

    Not for: whether a commitment binds. An instrument may bind its parties without a document saying so.
    """
    agents = set(nodes_of(network, model.below(AGENT)))
    found = []
    for iri in _list_nodes(network, NO_ACTOR):
        parties = {value for _, value, key in network.out_edges(iri, keys=True) if key in _PARTIES}
        if not parties & agents:
            named = network.nodes[iri]["concepts"].get(BINDS.value, ())
            known = tuple(f"binds {bound.removeprefix(f'{CONCEPT}constituency-').replace('-', ' ')}" for bound in named)
            found.append(Gap(NO_ACTOR, iri, known or ("nobody is named as bound",), _list_passages(network, iri)))
    return found


def find_provisions_only_judged(network: Network) -> list[Gap]:
    """Return the provisions that no document names: every relation in which they stand is judged, or rests on that.

    The structure of an instrument (what is part of what) is no statement and does not count; nor do relations of a
    provision's parts. `known` says how many judgements there are.

    Not for: doubting the judgements. A document may well speak of a provision without its number.
    """
    found = []
    for iri in _list_nodes(network, ONLY_JUDGED):
        claims = [data for data in _list_edges(network, iri) if data["ledger"]]
        if claims and all(data["ledger"] != Ledger.STATED.value for data in claims):
            supports = (support for data in claims for support in data["supports"])
            judgements = {support.graph for support in supports if support.ledger is Ledger.JUDGED}
            known = (f"relations: {len(claims)}; judgements: {len(judgements)}",)
            found.append(Gap(ONLY_JUDGED, iri, known, _list_passages(network, iri)))
    return found


def find_gaps(network: Network, model: Model) -> list[Gap]:
    """Return all gaps: recommendations, commitments, provisions, each by name."""
    return [
        *find_recommendations_without_follow_up(network),
        *find_commitments_without_actor(network, model),
        *find_provisions_only_judged(network),
    ]


def _list_nodes(network: Network, gap: str) -> list[str]:
    return sorted(nodes_of(network, [CLASS_OF_GAP[gap]]), key=natural_key)


def _follows_up(network: Network, subject: str, predicate: str) -> bool:
    """Return whether a thing that points to a recommendation is follow-up to it."""
    if predicate == ABOUT.value:
        kinds = network.nodes[subject]["kinds"]
        return bool(kinds) and not _MAKING.issuperset(kinds)
    return predicate in (SUPPORTS.value, TAKES_UP.value)


def _count_later(network: Network, iri: str) -> tuple[str, ...]:
    """Return a sentence on what addresses a provision of the recommendation later than it, if its date is known."""
    own = list(network.out_edges(iri, keys=True, data=True))
    latest = max((data["latest"] for *_, data in own if data["latest"]), default=None)
    provisions = [value for _, value, key, _ in own if key == ADDRESSES.value]
    if latest is None:
        return ("the recommendation has no date, so nothing can be later",) if provisions else ()
    later = {
        subject
        for provision in provisions
        for subject, _, key, data in network.in_edges(provision, keys=True, data=True)
        if key == ADDRESSES.value and network.nodes[subject]["type"] in _TAKING and (data["earliest"] or "") > latest
    }
    return (f"later on the same provision: {len(later)}",) if later else ()


def _list_passages(network: Network, iri: str) -> tuple[str, ...]:
    return passages_of(support for data in _list_edges(network, iri) for support in data["supports"])


def _list_edges(network: Network, iri: str) -> list[Mapping[str, Any]]:
    return [data for *_, data in (*network.in_edges(iri, data=True), *network.out_edges(iri, data=True))]
