"""Gaps: what a reader of this corpus would ask for next. A gap is one in the documents read, never one in the world."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mhgraph.namespaces import CONCEPT, MH
from mhgraph.analysis.projections import AGENTS
from mhgraph.analysis.network import Network, passages_of
from mhgraph.rdf.terms import natural_key

NO_FOLLOW_UP = "recommendation without follow-up"
NO_ACTOR = "commitment without an actor"
ONLY_JUDGED = "provision that only judgements touch"
GAPS = {"recommendations": NO_FOLLOW_UP, "commitments": NO_ACTOR, "provisions": ONLY_JUDGED}
"""The gaps by the name under which commands know them."""

_MAKING = frozenset(f"{CONCEPT}milestone-{slug}" for slug in ("recommendations-made", "requested"))
_TAKING = frozenset({"Event", "EventSet", "Commitment", "Practice"})
_PARTIES = ("mh:binds", "mh:pledgedBy")


@dataclass(frozen=True)
class Gap:
    """One gap: which, the entity, what is known instead (sentences in English), and the passages on it."""

    gap: str
    iri: str
    known: tuple[str, ...]
    passages: tuple[str, ...]


def recommendations_without_follow_up(network: Network) -> list[Gap]:
    """Return the recommendations on which the corpus shows nobody acting.

    Follow-up is a milestone about the recommendation, other than its being made or asked for, or a practice or body
    that supports it. What comes later on the same provision (an event, commitment or practice whose first day is
    after the recommendation's last) may be follow-up, though nobody says so: it is counted in `known`, and the gap
    stays.

    Not for: a body's record of compliance. Most documents that ask are older than those that answer.
    """
    return [
        Gap(NO_FOLLOW_UP, iri, _later(network, iri), _passages(network, iri))
        for iri in _of_class(network, "Recommendation")
        if not any(
            _follows(network, subject, data["relation"]) for subject, _, data in network.in_edges(iri, data=True)
        )
    ]


def commitments_without_actor(network: Network) -> list[Gap]:
    """Return the commitments of which no body and no person is named as bound or as pledging.

    A constituency ("Member States") is no actor: it is said in `known`, and the gap stays.

    Not for: whether a commitment binds. An instrument may bind its parties without a document saying so.
    """
    found = []
    for iri in _of_class(network, "Commitment"):
        parties = [value for _, value, data in network.out_edges(iri, data=True) if data["relation"] in _PARTIES]
        if not any(network.nodes[party]["cls"] in AGENTS for party in parties):
            named = network.nodes[iri]["concepts"].get("mh:binds", ())
            known = tuple(f"binds {each.removeprefix(f'{CONCEPT}constituency-').replace('-', ' ')}" for each in named)
            found.append(Gap(NO_ACTOR, iri, known or ("nobody is named as bound",), _passages(network, iri)))
    return found


def provisions_only_judged(network: Network) -> list[Gap]:
    """Return the provisions that no document names: every relation in which they stand is judged, or rests on that.

    The structure of an instrument (what is part of what) is no statement and does not count; nor do relations of a
    provision's parts. `known` says how many judgements there are.

    Not for: doubting the judgements. A document may well speak of a provision without its number.
    """
    found = []
    for iri in _of_class(network, "Provision"):
        edges = [data for *_, data in (*network.in_edges(iri, data=True), *network.out_edges(iri, data=True))]
        claims = [data for data in edges if data["ledger"]]
        if claims and all(data["ledger"] != "stated" for data in claims):
            graphs = {ground.graph for data in claims for ground in data["grounds"] if ground.ledger == "judged"}
            known = (f"relations: {len(claims)}; judgements: {len(graphs)}",)
            found.append(Gap(ONLY_JUDGED, iri, known, _passages(network, iri)))
    return found


def gaps(network: Network) -> list[Gap]:
    """Return all gaps: recommendations, commitments, provisions, each by name."""
    return [
        *recommendations_without_follow_up(network),
        *commitments_without_actor(network),
        *provisions_only_judged(network),
    ]


def _of_class(network: Network, cls: str) -> Iterator[str]:
    yield from sorted((iri for iri, data in network.nodes(data=True) if data["cls"] == cls), key=natural_key)


def _follows(network: Network, subject: str, relation: str) -> bool:
    """Return whether a thing that points to a recommendation is follow-up to it."""
    if relation == "mh:about":
        kinds = network.nodes[subject]["kinds"]
        return bool(kinds) and not _MAKING.issuperset(kinds)
    return relation in ("mh:supports", "mh:endorses")


def _later(network: Network, iri: str) -> tuple[str, ...]:
    """Return a sentence on what addresses a provision of the recommendation later than it, if its date is known."""
    own = [data for *_, data in network.out_edges(iri, data=True)]
    latest = max((data["latest"] for data in own if data["latest"]), default=None)
    provisions = [value for _, value, key in network.out_edges(iri, keys=True) if key == f"{MH}addresses"]
    if latest is None:
        return ("the recommendation has no date, so nothing can be later",) if provisions else ()
    later = {
        subject
        for provision in provisions
        for subject, _, data in network.in_edges(provision, data=True)
        if data["relation"] == "mh:addresses"
        and network.nodes[subject]["cls"] in _TAKING
        and (data["earliest"] or "") > latest
    }
    return (f"later on the same provision: {len(later)}",) if later else ()


def _passages(network: Network, iri: str) -> tuple[str, ...]:
    edges = [data for *_, data in (*network.in_edges(iri, data=True), *network.out_edges(iri, data=True))]
    return passages_of(ground for data in edges for ground in data["grounds"])
