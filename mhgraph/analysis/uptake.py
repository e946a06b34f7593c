"""Uptake: which provisions somebody took up, in three states that are never confused.

"Nothing found" means nothing in this corpus, and only where something could have been found. Every figure carries what
it is counted among and the date of the corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from mhgraph.graph import ALL_LEDGERS, Corpus, Ledger, load_corpus
from mhgraph.graph.coverage import coverage, data_date
from mhgraph.graph.evidence import rests_on, source_of
from mhgraph.namespaces import CONCEPT, SOURCE
from mhgraph.analysis.network import PART_OF, Network
from mhgraph.model import mh
from mhgraph.rdf.terms import DEFAULT, TYPE, natural_key

EVIDENCED = "evidenced"
NOT_FOUND = "read and not found in this corpus"
NOT_READ = "not read"
STATES = (EVIDENCED, NOT_FOUND, NOT_READ)
TAKERS = ("events", "recommendations", "commitments", "pledges", "practices")
"""What counts as uptake."""

_KINDS = {
    "Event": "events",
    "EventSet": "events",
    "Recommendation": "recommendations",
    "Commitment": "commitments",
    "Practice": "practices",
    "Position": "positions",
    "ReportedFigure": "figures",
}
_PLEDGE = f"{CONCEPT}commitment-pledge"
_CANCELLED = f"{CONCEPT}status-cancelled"


@dataclass(frozen=True)
class Reading:
    """How far the corpus was read for one instrument.

    `sources` is the number of sources, `speaking` names those that speak of the instrument, `whole` those among them
    that were at hand whole and have no unread paragraph.
    """

    sources: int
    speaking: tuple[str, ...]
    whole: tuple[str, ...]


@dataclass(frozen=True)
class Taker:
    """Something that addresses a provision: on what ground, in which passages, and its last day, if one is known."""

    iri: str
    ledger: str
    passages: tuple[str, ...]
    latest: str | None


@dataclass(frozen=True)
class Uptake:
    """The uptake of one provision; see `uptake`.

    `counts` has TAKERS, `beside` what bears on the provision and is no uptake, `ledgers` the number of takers by their
    strongest ledger; `directly` is how many of them address the provision itself and not only a part of it; `passages`
    are those behind them; `dated` is the date of the corpus.
    """

    iri: str
    kind: str
    instrument: str
    state: str
    counts: Mapping[str, int]
    beside: Mapping[str, int]
    ledgers: Mapping[str, int]
    directly: int
    passages: tuple[str, ...]
    reading: Reading
    dated: str

    @property
    def total(self) -> int:
        """The number of things that take the provision up."""
        return sum(self.counts.values())


def uptake(corpus: Corpus, network: Network, within: str | None = None) -> list[Uptake]:
    """Return the uptake of every provision, by name; of those that are, or are part of, `within`, if it is given.

    A provision is taken up by what addresses it or a part of it: events, recommendations, commitments, pledges,
    practices; each counts once. Beside uptake stand: positions and figures, which speak of it; what stands in the
    provision's own instrument, which repeats it; what is older than the instrument, which bears on it by content only;
    and events that were cancelled. The states:

    - *evidenced*: at least one thing takes it up, in the ledgers of the corpus;
    - *read and not found in this corpus*: none does, and at least one source that speaks of its instrument (a statement
      or a judgement resting on the source is about the instrument or one of its provisions, or the source is the record
      of it) was at hand whole and is read to the last paragraph: there it could have been found, and was not;
    - *not read*: none does, and there is no such source: none speaks of the instrument, or those that do were at hand
      in part or are not read to the end. The corpus then says nothing, not even that nothing was found.

    What was read does not depend on the chosen ledgers; what is evidenced does. No published formula: a count.

    Not for: whether a provision is implemented, or ignored. A corpus of few documents finds little, and a provision
    that nobody took up here may be law elsewhere.
    """
    parents = _parents(corpus)
    takers = _takers(network)
    readings = _readings(corpus, parents)
    dated = data_date(corpus)
    parts: dict[str, set[str]] = {}
    for provision in parents:
        for above in _upwards(parents, provision):
            parts.setdefault(above, set()).add(provision)
    chosen = sorted(parents, key=natural_key) if within is None else sorted(parts.get(within, ()), key=natural_key)
    return [_of(corpus, network, iri, parents, parts[iri], takers, readings, dated) for iri in chosen]


def summary(found: Iterable[Uptake]) -> list[tuple[str, int, Counter[str]]]:
    """Return, by kind of provision, how many there are and how many of them are in each state."""
    kinds: dict[str, Counter[str]] = {}
    for each in found:
        kinds.setdefault(each.kind, Counter())[each.state] += 1
    return [(kind, sum(states.values()), states) for kind, states in sorted(kinds.items())]


def _of(
    corpus: Corpus,
    network: Network,
    iri: str,
    parents: Mapping[str, str],
    parts: set[str],
    takers: Mapping[str, list[Taker]],
    readings: Mapping[str, Reading],
    dated: str,
) -> Uptake:
    instrument = _upwards(parents, iri)[-1]
    best: dict[str, tuple[int, str]] = {}
    passages: set[str] = set()
    counts, beside = Counter(dict.fromkeys(TAKERS, 0)), Counter[str]()
    direct: set[str] = set()
    for part in sorted(parts, key=natural_key):
        for taker in takers.get(part, ()):
            kind = _kind(network, taker, instrument)
            if taker.iri not in best:
                (counts if kind in counts else beside)[kind] += 1
            if kind in counts:
                passages.update(taker.passages)
                direct.update({taker.iri} if part == iri else ())
            rank = (Ledger(taker.ledger).rank, taker.ledger if kind in counts else "")
            best[taker.iri] = min(best.get(taker.iri, rank), rank)
    ledgers = Counter(ledger for _, ledger in best.values() if ledger)
    reading = readings.get(instrument, Reading(len(_sources(corpus)), (), ()))
    state = EVIDENCED if sum(counts.values()) else NOT_FOUND if reading.whole else NOT_READ
    return Uptake(
        iri,
        _provision_kind(corpus, iri),
        instrument,
        state,
        dict(counts),
        dict(sorted(beside.items())),
        {ledger.value: ledgers[ledger.value] for ledger in Ledger if ledger in corpus.ledgers},
        len(direct),
        tuple(sorted(passages, key=natural_key)),
        reading,
        dated,
    )


def _kind(network: Network, taker: Taker, instrument: str) -> str:
    """Return what a thing that addresses a provision counts as."""
    data = network.nodes[taker.iri]
    kind = _KINDS.get(data["cls"], "others")
    if kind in ("positions", "figures", "others"):
        return kind
    out = [(each["relation"], value) for _, value, each in network.out_edges(taker.iri, data=True)]
    if ("mh:containedIn", instrument) in out:
        return "in its own instrument"
    made = network.nodes[instrument]["earliest"] if instrument in network else None
    if made and taker.latest and taker.latest < made:
        return "older than its instrument"
    if _CANCELLED in data["concepts"].get("mh:status", ()):
        return "cancelled events"
    pledged = _PLEDGE in data["kinds"] or any(relation == "mh:pledgedBy" for relation, _ in out)
    return "pledges" if kind == "commitments" and pledged else kind


def _takers(network: Network) -> dict[str, list[Taker]]:
    """Return, for each provision, what addresses it."""
    found: dict[str, list[Taker]] = {}
    for taker, provision, data in network.edges(data=True):
        if data["relation"] == "mh:addresses":
            found.setdefault(provision, []).append(Taker(taker, data["ledger"], data["passages"], data["latest"]))
    return found


def _readings(corpus: Corpus, parents: Mapping[str, str]) -> dict[str, Reading]:
    """Return the reading of each instrument, from all ledgers: what was read does not depend on which are chosen."""
    full = corpus if corpus.ledgers == ALL_LEDGERS else load_corpus(corpus.project)
    whole = {each.key for each in coverage(full) if each.captured == "whole" and not each.unread}
    speaking: dict[str, set[str]] = {}

    def speaks(iri: str, sources: Iterable[str]) -> None:
        top = _upwards(parents, iri)[-1] if iri in parents else iri
        speaking.setdefault(top, set()).update(source.removeprefix(SOURCE) for source in sources)

    for graph, ledger in full.ledger_of_graph.items():
        if ledger is Ledger.INFERRED:
            continue
        where = (graph.value,) if ledger is Ledger.STATED else rests_on(full, graph)
        sources = {source_of(passage) for passage in where}
        for quad in full.store.quads_for_pattern(None, None, None, graph):
            for term in (quad.subject, quad.object):
                if isinstance(term, NamedNode):
                    speaks(term.value, sources)
    for quad in full.store.quads_for_pattern(None, mh("recordOf"), None, DEFAULT):
        if isinstance(quad.object, NamedNode) and isinstance(quad.subject, NamedNode):
            speaks(quad.object.value, [quad.subject.value])
    count = len(_sources(full))
    return {iri: Reading(count, tuple(sorted(found)), tuple(sorted(found & whole))) for iri, found in speaking.items()}


def _sources(corpus: Corpus) -> list[str]:
    return [str(quad.subject) for quad in corpus.store.quads_for_pattern(None, TYPE, mh("Source"), DEFAULT)]


def _parents(corpus: Corpus) -> dict[str, str]:
    """Return, for each provision, the provision or instrument that it is part of (itself, if none is named)."""
    found: dict[str, str] = {}
    for quad in corpus.store.quads_for_pattern(None, TYPE, mh("Provision"), DEFAULT):
        iri = getattr(quad.subject, "value", "")
        above = corpus.store.quads_for_pattern(quad.subject, NamedNode(PART_OF), None, DEFAULT)
        found[iri] = min((getattr(each.object, "value", iri) for each in above), default=iri)
    return found


def _upwards(parents: Mapping[str, str], iri: str) -> list[str]:
    """Return an entity, what it is part of, and so on to the instrument."""
    chain = [iri]
    while (above := parents.get(chain[-1])) is not None and above not in chain:
        chain.append(above)
    return chain


def _provision_kind(corpus: Corpus, iri: str) -> str:
    found = corpus.store.quads_for_pattern(NamedNode(iri), mh("kind"), None, DEFAULT)
    return min((getattr(quad.object, "value", "") for quad in found), default="")
