"""Uptake: which provisions somebody took up, in three states that are never confused.

"Nothing found" means nothing in this corpus, and only where something could have been found. Every figure carries what
it is counted among and the date of the corpus.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from mhgraph.analysis.network import PART_OF, Network, read_pairs
from mhgraph.analysis.pledges import PLEDGE
from mhgraph.graph import BaseGraph, Ledger, load_graph
from mhgraph.graph.evidence import source_of
from mhgraph.model import COMMITMENT, CONTAINED_IN, KIND, PLEDGED_BY, PROVISION, SOURCE_OF, STATUS, TOUCHES, Model
from mhgraph.namespaces import CONCEPT, SKOS, SOURCE
from mhgraph.rdf.terms import natural_key

EVIDENCED = "evidenced"
NOT_FOUND = "read and not found in this corpus"
NOT_READ = "not read"
STATES = (EVIDENCED, NOT_FOUND, NOT_READ)
PLEDGES = "pledges"
"""Commitments that somebody pledged are counted apart, under this name."""

_AT_HAND = ("whole", "body-only")
"""How much of a text must have been at hand, so that not to find something there means something."""
_CANCELLED = f"{CONCEPT}status-cancelled"


@dataclass(frozen=True)
class Reading:
    """How far the corpus was read for one instrument.

    `sources` is the number of sources, `speaking` names those that speak of the instrument, `whole` those among them
    of which the whole text, or its body, was at hand and no paragraph is unread.
    """

    sources: int
    speaking: tuple[str, ...]
    whole: tuple[str, ...]


@dataclass(frozen=True)
class Taker:
    """Something that touches a provision: how (the property), on what ground, in which passages, and its last day."""

    iri: str
    how: str
    ledger: str
    passages: tuple[str, ...]
    latest: str | None


@dataclass(frozen=True)
class Uptake:
    """The uptake of one provision; see `count_uptake`.

    `counts` has the takers by class (`list_takers`), `beside` what touches the provision and is no uptake; `ways` has
    the number of takers by how they touch it (the IRI of the property) and by ledger, each counted once, by its
    strongest; `directly` is how many of them touch the provision itself and not only a part of it; `passages` are those
    behind them; `dated` is the date of the corpus.
    """

    iri: str
    kind: str
    instrument: str
    state: str
    counts: Mapping[str, int]
    beside: Mapping[str, int]
    ways: Mapping[tuple[str, str], int]
    directly: int
    passages: tuple[str, ...]
    reading: Reading
    dated: str

    @property
    def total(self) -> int:
        """The number of things that take the provision up."""
        return sum(self.counts.values())


def list_takers(model: Model) -> tuple[str, ...]:
    """Return the names of what counts as uptake, by class: events, recommendations, commitments …, and pledges."""
    named = sorted(model.plural(cls, "en").lower() for cls in model.marked("taker") - model.abstract)
    return (*named, PLEDGES)


def count_uptake(graph: BaseGraph, network: Network, within: str | None = None) -> list[Uptake]:
    """Return the uptake of every provision, by name; of those that are, or are part of, `within`, if it is given.

    A provision is taken up by what touches it or a part of it and is of a class that can take something up (the trait
    `taker`): events, sets of events, recommendations, commitments, practices; each counts once. In which way (whether a
    document says that it addresses the provision, or a curator that it bears on it) is told in `ways`. Beside uptake
    stand: positions, figures, texts, which speak of it; what stands in the provision's own instrument, which repeats
    it; what is older than the instrument, which touches it by content only; and events that were cancelled. The states:

    - *evidenced*: at least one thing takes it up, in the ledgers of the corpus;
    - *read and not found in this corpus*: none does, and at least one source that speaks of its instrument (a statement
      or a judgement resting on the source is about the instrument or one of its provisions, or the source is its own)
      was at hand whole, or its body was, and is read to the last paragraph: there it could have been found, and was
      not;
    - *not read*: none does, and there is no such source: none speaks of the instrument, or those that do were at hand
      in part or are not read to the end. The corpus then says nothing, not even that nothing was found.

    What was read does not depend on the chosen ledgers; what is evidenced does. No published formula: a count.

    Not for: whether a provision is implemented, or ignored. A corpus of few documents finds little, and a provision
    that nobody took up here may be law elsewhere.
    """
    provisions = _Provisions(graph)
    takers = _find_takers(network, graph.model)
    kinds = _Kinds(graph, network, provisions)
    readings = _find_readings(graph, provisions)
    found = []
    for iri in provisions.list_within(within):
        instrument = provisions.list_upwards(iri)[-1]
        count = _Count(kinds, iri, instrument)
        for part in sorted(provisions.parts[iri], key=natural_key):
            for taker in takers.get(part, ()):
                count.add(part, taker)
        found.append(count.finish(graph, provisions.kinds.get(iri, ""), readings[instrument]))
    return found


def summarize(found: Iterable[Uptake]) -> list[tuple[str, int, Counter[str]]]:
    """Return how many provisions of each kind there are, and how many of them are in each state."""
    kinds: dict[str, Counter[str]] = {}
    for uptake in found:
        kinds.setdefault(uptake.kind, Counter())[uptake.state] += 1
    return [(kind, states.total(), states) for kind, states in sorted(kinds.items())]


class _Provisions:
    """The provisions of a graph: what each is part of (itself, if nothing is named), their kinds and their parts."""

    def __init__(self, graph: BaseGraph) -> None:
        named = f"?x a {PROVISION} . OPTIONAL {{ ?x <{PART_OF}> ?above }} BIND(COALESCE(?above, ?x) AS ?whole)"
        self._wholes = _choose_first(read_pairs(graph, f"SELECT DISTINCT ?x ?whole WHERE {{ {named} }}"))
        self.kinds = _choose_first(
            read_pairs(graph, f"SELECT DISTINCT ?x ?kind WHERE {{ ?x a {PROVISION} ; {KIND} ?kind }}")
        )
        self.parts: dict[str, set[str]] = {}
        for iri in self._wholes:
            for above in self.list_upwards(iri):
                self.parts.setdefault(above, set()).add(iri)

    def list_upwards(self, iri: str) -> list[str]:
        """Return an entity, what it is part of, and so on to the instrument."""
        chain = [iri]
        while (above := self._wholes.get(chain[-1])) is not None and above not in chain:
            chain.append(above)
        return chain

    def list_within(self, whole: str | None) -> list[str]:
        """Return the provisions that are, or are part of, a provision or instrument; all, if none is named."""
        return sorted(self._wholes if whole is None else self.parts.get(whole, ()), key=natural_key)


def _choose_first(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return one value for each key: of several the first by name."""
    return dict(sorted(pairs, reverse=True))


class _Kinds:
    """As what a thing counts that touches a provision."""

    def __init__(self, graph: BaseGraph, network: Network, provisions: _Provisions) -> None:
        model = graph.model
        self.takers = list_takers(model)
        self._network = network
        self._provisions = provisions
        self._names = {cls.value: model.plural(cls, "en").lower() for cls in model.classes}
        kinds = graph.select(f"SELECT DISTINCT ?kind WHERE {{ ?kind <{SKOS}broader>* <{PLEDGE}> }}").rows
        self._pledges = {kind.value for (kind,) in kinds if isinstance(kind, NamedNode)}
        self._rank = model.rank

    def find(self, taker: Taker, instrument: str) -> str:
        """Return the name under which a thing counts: one of `takers`, or one of what stands beside uptake."""
        data = self._network.nodes[taker.iri]
        name = self._names[data["type"]]
        if name not in self.takers:
            return name
        out = [(key, value) for _, value, key in self._network.out_edges(taker.iri, keys=True)]
        texts = [value for key, value in out if key == CONTAINED_IN.value]
        if any(self._provisions.list_upwards(text)[-1] == instrument for text in texts):
            return "in its own instrument"
        made = self._network.nodes[instrument]["earliest"] if instrument in self._network else None
        if made and taker.latest and taker.latest < made:
            return "older than its instrument"
        statuses = data["concepts"].get(STATUS.value, ())
        if min(statuses, key=lambda status: self._rank(NamedNode(status)), default="") == _CANCELLED:
            return f"cancelled {name}"
        pledged = self._pledges.intersection(data["kinds"]) or any(key == PLEDGED_BY.value for key, _ in out)
        return PLEDGES if data["type"] == COMMITMENT.value and pledged else name


class _Count:
    """The takers of one provision and of its parts, each counted once."""

    def __init__(self, kinds: _Kinds, iri: str, instrument: str) -> None:
        self._kinds = kinds
        self._iri = iri
        self._instrument = instrument
        self._counts = Counter(dict.fromkeys(kinds.takers, 0))
        self._beside = Counter[str]()
        self._best: dict[str, tuple[int, str, str]] = {}
        self._seen: set[str] = set()
        self._direct: set[str] = set()
        self._passages: set[str] = set()

    def add(self, part: str, taker: Taker) -> None:
        """Count what touches a part of the provision, or the provision itself."""
        kind = self._kinds.find(taker, self._instrument)
        takes_up = kind in self._kinds.takers
        if taker.iri not in self._seen:
            self._seen.add(taker.iri)
            (self._counts if takes_up else self._beside)[kind] += 1
        if takes_up:
            self._passages.update(taker.passages)
            self._direct.update({taker.iri} if part == self._iri else ())
            way = (Ledger(taker.ledger).rank, taker.how, taker.ledger)
            self._best[taker.iri] = min(self._best.get(taker.iri, way), way)

    def finish(self, graph: BaseGraph, kind: str, reading: Reading) -> Uptake:
        """Return the uptake, for what was read."""
        ways = Counter((how, ledger) for _, how, ledger in self._best.values())
        return Uptake(
            self._iri,
            kind,
            self._instrument,
            EVIDENCED if self._counts.total() else NOT_FOUND if reading.whole else NOT_READ,
            dict(self._counts),
            dict(sorted(self._beside.items())),
            {way: ways[way] for way in sorted(ways, key=lambda way: (Ledger(way[1]).rank, way[0]))},
            len(self._direct),
            tuple(sorted(self._passages, key=natural_key)),
            reading,
            graph.date,
        )


def _find_takers(network: Network, model: Model) -> dict[str, list[Taker]]:
    """Return what touches each provision."""
    touching = {term.value for term in model.below(TOUCHES)}
    found: dict[str, list[Taker]] = {}
    for taker, provision, how, data in network.edges(keys=True, data=True):
        if how in touching:
            found.setdefault(provision, []).append(Taker(taker, how, data["ledger"], data["passages"], data["latest"]))
    return found


def _find_readings(graph: BaseGraph, provisions: _Provisions) -> dict[str, Reading]:
    """Return the reading of everything that is spoken of, and of every instrument with provisions.

    It is that of all ledgers: what was read does not depend on which are chosen.
    """
    full = graph if graph.is_complete else load_graph(graph.project)
    covered = full.coverage()
    whole = {source.key for source in covered if source.extent in _AT_HAND and not source.unread}
    speaking: dict[str, set[str]] = {iri: set() for iri in provisions.parts}

    def add(iri: str, sources: Iterable[str]) -> None:
        instrument = provisions.list_upwards(iri)[-1]
        speaking.setdefault(instrument, set()).update(source.removeprefix(SOURCE) for source in sources)

    for triple, supports in full.statements().items():
        read = [support for support in supports if support.ledger is not Ledger.INFERRED]
        sources = {source_of(passage) for support in read for passage in support.passages}
        for term in (triple.subject, triple.object):
            if read and isinstance(term, NamedNode):
                add(term.value, sources)
    for source, thing in read_pairs(full, f"SELECT DISTINCT ?source ?thing WHERE {{ ?source {SOURCE_OF} ?thing }}"):
        add(thing, [source])
    return {
        iri: Reading(len(covered), tuple(sorted(found)), tuple(sorted(found & whole)))
        for iri, found in speaking.items()
    }
