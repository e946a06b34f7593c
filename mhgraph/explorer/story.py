"""The story of the page: by which steps an idea came into a provision, each a view over the data as they are.

It is the lineage of `mhgraph analyze lineage`, told in order: by words first, then by process. So a new release keeps
it true. What takes two judgements and more is left out: it is no more than possible.
"""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from mhgraph.analysis.lineage import STRANDS, LineageThing, trace_lineage
from mhgraph.analysis.network import Network
from mhgraph.explorer.answers import PageAnswer
from mhgraph.explorer.encoder import Encoder, Json
from mhgraph.graph import BaseGraph
from mhgraph.model import PROVISION

MOST_STEPS = 12
"""How many steps are told of each strand: of more, the surest."""

_PROVISION = "gcm-15e"
_TITLES = {
    "en": "How health came into the Compact",
    "fr": "Comment la santé est entrée dans le Pacte",
    "es": "Cómo llegó la salud al Pacto",
}
_GENERAL_TITLES = {"en": "How {thing} came about", "fr": "D'où vient {thing}", "es": "Cómo surgió {thing}"}


def tell_story(graph: BaseGraph, network: Network, answers: Iterable[PageAnswer], encoder: Encoder) -> Json:
    """Return the story for JSON; null if no provision has one.

    - `of`: the provision, a thing; `titles` by language, with `{thing}` in its place where it is not the one we chose;
    - `steps`, in order: `strand` (words or process), `side` (before, itself, after), `thing`, and `hops`: the numbers
      of the statements that join it to what is nearer the provision (-1: that it is a part of it).
    """
    chosen = _choose_provision(network, answers)
    if chosen is None:
        return None
    found = trace_lineage(graph, network, chosen)
    steps = [thing for strand in STRANDS for thing in _choose_steps(found, strand)]
    if not steps:
        return None
    is_ours = chosen.endswith(f"/{_PROVISION}")
    return {
        "of": encoder.thing(chosen),
        "titles": _TITLES if is_ours else _GENERAL_TITLES,
        "steps": [
            {
                "strand": thing.strand,
                "side": thing.side,
                "thing": encoder.thing(thing.iri),
                "hops": [encoder.statement_between((hop.subject, hop.object, hop.relation)) for hop in thing.hops],
            }
            for thing in steps
        ],
    }


def _choose_provision(network: Network, answers: Iterable[PageAnswer]) -> str | None:
    """Return the provision whose story is told: ours, or else the one whose words stand in most other places."""
    ours = [iri for iri in network if iri.endswith(f"/provision/{_PROVISION}")]
    counts = {
        iri: len(rows)
        for answer in answers
        if answer.question.name == "same-elsewhere"
        for iri, rows in answer.of.items()
        if NamedNode(network.nodes[iri]["type"]) == PROVISION
    }
    return ours[0] if ours else max(counts, key=lambda iri: (counts[iri], iri), default=None)


def _choose_steps(found: Iterable[LineageThing], strand: str) -> list[LineageThing]:
    """Return the steps of a strand in their order, without what is no more than possible."""
    things = [thing for thing in found if thing.strand == strand and not thing.is_possible]
    surest = sorted(things, key=lambda thing: (thing.judged, thing.side == "after"))[:MOST_STEPS]
    return [thing for thing in things if thing in surest]
