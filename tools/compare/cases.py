"""The plan: which command lines are compared, area by area, with values taken from the older checkout's own graph."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from tools.compare.facts import Facts, shorten
from tools.compare.questions import Question, choices

OUT = "{out}"
"""Stands in an argument for the folder into which a command writes; each case has one of its own."""
LEDGERS: tuple[tuple[str, ...], ...] = (
    *((), ("--ledger", "stated"), ("--ledger", "stated,judged"), ("--ledger", "judged")),
)
_MORE_LEDGERS = (("--ledger", "judged,inferred"), ("--ledger", "stated,inferred"), ("--ledger", "inferred"))
_FORMATS = ("table", "csv", "tsv", "jsonl", "md")
_JSON = ("--format", "json")
_PROJECTIONS = ("everything", "actors", "organizers", "actors-provisions", "instruments", "people-bodies")
_WORDS = (
    *("health", "migrants", "firewalls", "universal health coverage", "round table", "objective 15", "15 (e)", "WHO"),
    *("iom", "Rabat", "santé", "declaración", "Secretary-General", "global compact for migration", "vaccination"),
    *("webinar", "covid", "climate", "firewal", "xyzzy"),
)
_QUERIES = (
    "SELECT DISTINCT ?class WHERE { ?thing a ?class } ORDER BY ?class",
    "SELECT ?class (COUNT(DISTINCT ?thing) AS ?count) WHERE { ?thing a ?class FILTER(STRSTARTS(STR(?thing), "
    "'https://w3id.org/mhgraph/event/')) } GROUP BY ?class ORDER BY ?class",
    "PREFIX mh: <https://w3id.org/mhgraph/ontology#> SELECT ?graph (COUNT(DISTINCT ?s) AS ?count) WHERE { "
    "GRAPH ?graph { ?s ?p ?o } ?graph a mh:Passage } GROUP BY ?graph ORDER BY ?graph",
    "PREFIX mh: <https://w3id.org/mhgraph/ontology#> SELECT ?s ?p ?o ?graph WHERE { GRAPH ?graph { ?s ?p ?o } "
    "?graph a mh:Judgement } ORDER BY ?graph ?s ?p ?o",
    "PREFIX mh: <https://w3id.org/mhgraph/ontology#> ASK { ?event mh:takesPartIn ?actor }",
    "PREFIX mh: <https://w3id.org/mhgraph/ontology#> CONSTRUCT { ?s mh:addresses ?o } WHERE { ?s mh:addresses ?o }",
    "SELECT * WHERE { ?s ?p }",
    "DELETE WHERE { ?s ?p ?o }",
)


@dataclass(frozen=True)
class Case:
    """One command line. `reads` says what is compared: its `output`, the `files` it writes, `quads` or `page` of them.

    `faulty` runs it on the data with faults put into it, in place of the data as it is.
    """

    area: str
    arguments: tuple[str, ...]
    reads: str = "output"
    stdin: str = ""
    faulty: bool = False

    @property
    def title(self) -> str:
        """The command line as a person would type it."""
        words = shlex.join(self.arguments)
        return words + (f" < {self.stdin!r}" if self.stdin else "") + (" (faulty)" if self.faulty else "")

    @property
    def key(self) -> str:
        """What no other case has: area and title."""
        return f"{self.area}: {self.title}"


def plan(facts: Facts, questions: Sequence[Question], area: str) -> list[Case]:
    """Return the cases of an area, each once. Raises KeyError for an area that is not known."""
    return list(dict.fromkeys(AREAS[area](facts, questions)))


def _queries(facts: Facts, questions: Sequence[Question]) -> Iterator[Case]:
    yield Case("queries", ("query",))
    for question in questions:
        for number, given in enumerate(choices(facts, question)):
            command = ("query", question.name, *given)
            for ledger in (*LEDGERS, *_MORE_LEDGERS) if number == 0 else LEDGERS:
                yield Case("queries", (*command, *_JSON, *ledger))
            if number < 3:
                yield from (Case("queries", (*command, *_JSON, "--lang", language)) for language in ("fr", "es"))
                yield from (Case("queries", (*command, "--format", form)) for form in _FORMATS)
                yield Case("queries", (*command, "--lang", "fr"))


def _sparql(facts: Facts, questions: Sequence[Question]) -> Iterator[Case]:
    for query in _QUERIES:
        for ledger in LEDGERS[:2]:
            yield Case("sparql", ("sparql", *_JSON, *ledger), stdin=query)
        yield Case("sparql", ("sparql",), stdin=query)


def _find(facts: Facts, questions: Sequence[Question]) -> Iterator[Case]:
    for words in _WORDS:
        yield Case("find", ("find", *words.split()))
        yield Case("find", ("find", "--limit", "500", *_JSON, *words.split()))


def _show(facts: Facts, questions: Sequence[Question]) -> Iterator[Case]:
    mentioned = set(facts.mentioned())
    for number, iri in enumerate(facts.showable()):
        command = ("show", shorten(iri))
        yield Case("show", command)
        yield Case("show", (*command, *_JSON))
        if iri in mentioned or "#p" in iri:
            yield from (Case("show", (*command, *ledger)) for ledger in LEDGERS[1:])
        if number % 10 == 0:
            yield Case("show", (*command, "--lang", "fr"))
            yield Case("show", (*command, "--lang", "es", "--format", "csv"))
    for name in [*facts.names()[::25], "nothing of this name", ""]:
        yield Case("show", ("show", name))


def _stats(facts: Facts, questions: Sequence[Question]) -> Iterator[Case]:
    for command in ("stats", "coverage"):
        yield Case("stats", (command,))
        yield from (Case("stats", (command, "--format", form)) for form in (*_FORMATS[1:], "json"))
    yield Case("stats", ("format", "--check"))


def _dumps(facts: Facts, questions: Sequence[Question]) -> Iterator[Case]:
    yield from (Case("dumps", ("build", "--out", OUT, *ledger), reads="quads") for ledger in LEDGERS)


def _findings(facts: Facts, questions: Sequence[Question]) -> Iterator[Case]:
    for faulty in (False, True):
        for options in (_JSON, (*_JSON, "--engine", "turbo", "--strict")):
            yield Case("findings", ("validate", *options), faulty=faulty)
        for form in ("text", "sarif", "github", "turtle", "table", "csv"):
            yield Case("findings", ("validate", "--engine", "turbo", "--format", form), faulty=faulty)
        yield Case("findings", ("coverage",), faulty=faulty)
    yield Case("findings", ("validate", *_JSON, "--engine", "pyshacl"), faulty=True)


def _page(facts: Facts, questions: Sequence[Question]) -> Iterator[Case]:
    near = shorten(facts.things(["mh:Event"])[0])
    options: list[tuple[str, ...]] = [*LEDGERS, ("--lang", "fr", "--title", "A <title> & more"), ("--kind", "Event")]
    options += [("--focus", near), ("--focus", near, "--hops", "1"), ("--years", "2016-2020"), ("--years", "1700")]
    yield from (Case("page", ("network", "--out", f"{OUT}/page.html", *option), reads="page") for option in options)


def _exports(facts: Facts, questions: Sequence[Question]) -> Iterator[Case]:
    near = shorten(facts.things(["mh:Provision"])[0])
    for form in ("gexf", "graphml", "cytoscape", "csv", "neo4j"):
        for options in (*LEDGERS, ("--focus", near), ("--kind", "Event", "--kind", "Person"), ("--years", "-2018")):
            yield Case("exports", ("network", "--format", form, "--out", f"{OUT}/network", *options), reads="files")
    yield Case("exports", ("network", "--out", "-", "--format", "gexf"))


def _analyze(facts: Facts, questions: Sequence[Question]) -> Iterator[Case]:
    for arguments in _analyses(facts):
        files = any(OUT in argument for argument in arguments)
        yield Case("analyze", ("analyze", *arguments), reads="files" if files else "output")


def _analyses(facts: Facts) -> Iterator[tuple[str, ...]]:
    agents = [shorten(iri) for iri in facts.things(["mh:Organization", "mh:CoordinationBody", "mh:Person"])]
    provisions = [shorten(iri) for iri in facts.things(["mh:Provision", "mh:Instrument"])]
    for command, projection in product(("centrality", "brokers", "communities"), _PROJECTIONS):
        yield (command, "--projection", projection, *_JSON)
    for command in ("centrality", "brokers", "communities", "evolution", "uptake"):
        yield from ((command, *_JSON, *ledger) for ledger in LEDGERS)
        yield (command,)
        yield (command, "--lang", "fr")
    yield ("centrality", "--limit", "3", "--plot", f"{OUT}/plot.svg")
    yield from (("communities", *_JSON, "--resolution", resolution) for resolution in ("0.5", "2"))
    yield from (("evolution", agent, *_JSON) for agent in agents[:10])
    yield from (("lineage", provision, *_JSON) for provision in provisions[:25])
    yield from (("lineage", provisions[0], *ledger) for ledger in LEDGERS)
    yield from (("uptake", provision, *_JSON) for provision in provisions[:10])
    yield ("uptake", "--by", "provision", *_JSON)
    yield from (
        ("uptake", "--state", state, *_JSON) for state in ("evidenced", "read and not found in this corpus", "not read")
    )
    others = [shorten(iri) for iri in facts.things(["mh:Event", "mh:Recommendation"])]
    yield from _paths([*agents[:4], *provisions[:3], *others[:4]])


def _paths(ends: list[str]) -> Iterator[tuple[str, ...]]:
    for start, goal in combinations(ends, 2):
        yield ("path", start, goal, *_JSON)
    for options in (*LEDGERS, ("--count", "10"), ("--forbid", "mh:organizer"), ("--allow", "Event"), ("--lang", "es")):
        yield ("path", ends[0], ends[-1], *options)
        yield ("path", ends[-1], ends[5], *options)


AREAS: Mapping[str, Callable[[Facts, Sequence[Question]], Iterator[Case]]] = {
    "queries": _queries,
    "sparql": _sparql,
    "find": _find,
    "show": _show,
    "stats": _stats,
    "dumps": _dumps,
    "findings": _findings,
    "page": _page,
    "exports": _exports,
    "analyze": _analyze,
}
"""Each area and what makes its cases."""
