"""What the page says: things, all statements about them with their evidence, and answers, as plain lists and texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from mhgraph.analysis.network import CONCEPT_CLASS, PART_OF, Network, entity_network
from mhgraph.analysis.paths import DAMPING, LEDGER_COST, LOOSE_COST
from mhgraph.explorer.answers import PageAnswer, can_switch, choose_cards, collect_answers
from mhgraph.explorer.drawing import Drawing, as_vis_nodes, make_drawing
from mhgraph.explorer.encoder import LEDGERS, Encoder, Json, list_sources
from mhgraph.explorer.story import tell_story
from mhgraph.graph import BaseGraph, Ledger
from mhgraph.graph.labels import BATCH, LANGUAGES, TITLE, language_key, read_names, texts_by_language
from mhgraph.model import (
    ACRONYM,
    COMPUTED,
    DATE,
    HAS_COUNTRY,
    HAS_PLACE,
    KIND,
    MEMBERSHIP,
    PARTICIPATION,
    PROVISION,
    SOURCE_CLASS,
    START_DATE,
    local_name,
)
from mhgraph.namespaces import CONCEPT, to_curie
from mhgraph.rdf.sparql import values_block
from mhgraph.rdf.terms import LABEL, TYPE, Term, term_key

MOST_ON_MAP = 40
"""How many things a map draws: more of them nobody reads."""
_CONCEPT = {"en": "Topic or group", "fr": "Thème ou groupe", "es": "Tema o grupo"}
_CONCEPTS = {"en": "Topics and groups", "fr": "Thèmes et groupes", "es": "Temas y grupos"}
"""What concepts are for readers: those that have a card are topics and groups of people."""
_IN_COUNTRY = f"""?x {HAS_PLACE}|{HAS_COUNTRY} ?place . ?place (<{PART_OF}>|{HAS_COUNTRY})* ?y .
  ?y {KIND} <{CONCEPT}place-country>"""
_HIDDEN_NAMES = frozenset((TYPE, LABEL, ACRONYM, *COMPUTED))


@dataclass(frozen=True)
class PageData:
    """What the page shows: `data` is ready for JSON; the answers and the network are for the part written in HTML."""

    network: Network
    answers: tuple[PageAnswer, ...]
    data: dict[str, Json]


def collect_page_data(graph: BaseGraph) -> PageData:
    """Return what the page says of a graph.

    The data have these keys; a number is a position in a list.

    - `nodes`: the things, in order: `id` (CURIE), `class`, `labels`, `acronyms` (text, language), `alt`, `kinds` and
      `concepts` (terms), `when` (dates as they are known), `from` and `to` (first and last day, or ""), `where` (the
      places of an event, values) and `countries` (things), `names` (relation, value: no claims), `spoken`: "no" if
      nothing is said of it, "own" if only its own text speaks, "yes" if something else does;
    - `statements`: subject, relation, value, supports. The first `count` of them have a thing of the page as subject or
      object; the others are premises of inferred ones. A value or subject is the number of a thing, or -1 - n for the
      term n, or a literal. A support is a ground, then the statements that are its premises (what is inferred in two
      ways has two supports); a premise without supports is a name;
    - `edges`: subject, object, relation, statement (or -1 for structure), and the first and last day: what paths go by;
    - `allLedgers`: the ledgers, the strongest first; `ledgers`: the chosen ones; `switch`: whether a reader can choose
      to see what documents say alone;
    - `grounds`: the position of the ledger, the name, the reason, the passages, the confidence, and whether the ground
      speaks under another name, so that it takes a judgement that both mean one thing;
    - `costs`: what makes a path dear, as in `mhgraph.analysis.paths`;
    - `classes`: `name`, `labels` and `plurals` by language, `family`, `shape`, and whether it is a `joint` (a
      participation or membership, which is told as one line);
    - `relations`, `terms`, `passages`, `sources`: what the numbers refer to. A relation has an `inverse`, by language
      how it reads from the value to the subject, and is `naming` if it only says what a thing is or how it is called;
      `rank` is its place on a card, `part` tells that it is told in the line of a joint. A source has `key`, `title`,
      `lang`, `publishers` by language, `date`, `address`, `extent`, `passages`, `read` (how many hold a statement);
    - `drawing`: `nodes` as vis-network takes them, `id` being the thing and `group` the community (-1: none), and
      `edges`: from, to, word (a relation, or -1 - n for the role that is the term n), statement;
    - `communities`: `topic` (what sets it apart, a term; null if nothing does) and `members`, the busiest first;
    - `answers`: see `mhgraph.explorer.answers`; `cards`: the answer and the thing of each card on the first screen;
    - `story`: see `mhgraph.explorer.story`.
    """
    network = entity_network(graph, concepts=True, every_provision=True)
    things = {iri: number for number, iri in enumerate(network)}
    encoder = Encoder(graph, things)
    drawing = make_drawing(network, graph.model)
    answers = collect_answers(graph, network)
    sources = _read_sources(graph)
    for iri in sources:
        encoder.source(iri)
    edges = [_encode_edge(network, encoder, things, edge) for edge in network.edges(keys=True)]
    data = {
        "dated": graph.date,
        "allLedgers": list(LEDGERS),
        "ledgers": [ledger.value for ledger in Ledger if ledger in graph.ledgers],
        "complete": graph.is_complete,
        "switch": can_switch(graph),
        "costs": _read_costs(graph),
        "classes": _read_classes(graph, network),
        "nodes": _list_nodes(graph, network, encoder),
        "edges": edges,
        "count": encoder.count,
        "drawing": _encode_drawing(drawing, graph, network, encoder),
        "communities": [
            {
                "topic": encoder.term(NamedNode(found.topics[0][0])) if found.topics else None,
                "members": [things[iri] for iri in found.members],
            }
            for found in drawing.communities
        ],
        "answers": [answer.encode(encoder) for answer in answers],
        "cards": [[answers.index(answer), things[iri]] for answer, iri in choose_cards(answers)],
        "story": tell_story(graph, network, answers, encoder),
        "limits": {"map": MOST_ON_MAP},
    }
    return PageData(network, answers, {**data, **encoder.finish(sources)})


def _read_costs(graph: BaseGraph) -> Json:
    loose = sorted(to_curie(term.value) for term in graph.model.marked("loose"))
    return {"damping": DAMPING, "ledger": LEDGER_COST, "relation": dict.fromkeys(loose, LOOSE_COST)}


def _read_classes(graph: BaseGraph, network: Network) -> list[Json]:
    """Return the classes: name, labels and plurals by language, the family that shares a colour, the shape."""
    classes = sorted({data["type"] for _, data in network.nodes(data=True)})
    names = read_names(graph.store, classes)
    terms = {iri: NamedNode(iri) for iri in classes}
    return [
        {
            "name": local_name(terms[iri]),
            "labels": _CONCEPT if iri == CONCEPT_CLASS else texts_by_language(names.get(iri, ())),
            "plurals": _CONCEPTS if iri == CONCEPT_CLASS else _read_plurals(graph, terms[iri]),
            "family": graph.model.family(terms[iri]),
            "shape": graph.model.symbol(terms[iri]),
            "joint": terms[iri] in (PARTICIPATION, MEMBERSHIP),
        }
        for iri in classes
    ]


def _read_plurals(graph: BaseGraph, cls: NamedNode) -> dict[str, str]:
    return {tag: graph.model.plural(cls, tag) for tag in LANGUAGES}


def _list_nodes(graph: BaseGraph, network: Network, encoder: Encoder) -> list[Json]:
    names: dict[str, list[tuple[NamedNode, Term]]] = {}
    for iri, predicate, value in _read_names(graph, network):
        names.setdefault(iri, []).append((predicate, value))
    acronyms: dict[str, list[list[str]]] = {}
    for node, acronym in graph.select(f"SELECT DISTINCT ?x ?name WHERE {{ ?x {ACRONYM} ?name }}").rows:
        if isinstance(node, NamedNode) and isinstance(acronym, Literal):
            acronyms.setdefault(node.value, []).append([acronym.value, acronym.language or ""])
    dates = _read_dates(graph)
    places = _read_pairs(graph, f"?x {HAS_PLACE} ?y")
    countries = _read_pairs(graph, _IN_COUNTRY)
    return [
        {
            **_describe_node(network, iri, encoder),
            "acronyms": sorted(acronyms.get(iri, ())),
            "when": dates.get(iri, []),
            "where": [encoder.value(place) for place in places.get(iri, ())],
            "countries": [encoder.value(country) for country in countries.get(iri, ())],
            "names": [
                [encoder.relation(predicate), encoder.value(value)]
                for predicate, value in sorted(names.get(iri, ()), key=lambda name: (name[0].value, term_key(name[1])))
                if predicate.value != PART_OF or not isinstance(encoder.value(value), int) or encoder.value(value) < 0
            ],
        }
        for iri in network
    ]


def _describe_node(network: Network, iri: str, encoder: Encoder) -> dict[str, Json]:
    data = network.nodes[iri]
    others = {concept for found in data["concepts"].values() for concept in found}
    return {
        "id": data["curie"],
        "class": local_name(NamedNode(data["type"])),
        "labels": data["labels"],
        "alt": list(data["alt"]),
        "kinds": [encoder.term(NamedNode(kind)) for kind in data["kinds"]],
        "concepts": [encoder.term(NamedNode(concept)) for concept in sorted(others)],
        "from": data["earliest"] or "",
        "to": data["latest"] or "",
        "spoken": _tell_speakers(network, iri),
    }


def _tell_speakers(network: Network, iri: str) -> str:
    """Return whether something else speaks of a thing ("yes"), its own text alone ("own"), or nothing ("no")."""
    data = network.nodes[iri]
    if data["type"] != PROVISION.value or any(key != PART_OF for _, _, key in network.in_edges(iri, keys=True)):
        return "yes"
    is_said = data["says"] or data["kinds"] or data["concepts"]
    return "own" if is_said or any(key != PART_OF for _, _, key in network.out_edges(iri, keys=True)) else "no"


def _encode_edge(network: Network, encoder: Encoder, things: Mapping[str, int], edge: tuple[str, str, str]) -> Json:
    subject, value, predicate = edge
    data = network.edges[edge]
    return [
        things[subject],
        things[value],
        encoder.relation(NamedNode(predicate)),
        encoder.statement_between(edge),
        data["earliest"] or "",
        data["latest"] or "",
    ]


def _encode_drawing(drawing: Drawing, graph: BaseGraph, network: Network, encoder: Encoder) -> Json:
    """Return nodes and edges of the drawing."""
    edges = []
    for line in drawing.lines:
        word = encoder.word(line.word)
        statement = -1 if line.statement is None else encoder.statement_between(line.statement)
        edges.append([encoder.thing(line.subject), encoder.thing(line.object), word, statement])
    return {"nodes": as_vis_nodes(drawing, network, graph.model), "edges": edges}


def _read_names(graph: BaseGraph, iris: Iterable[str]) -> Iterator[tuple[str, NamedNode, Term]]:
    """Yield what entities have without a claim: other names, numbers, the same thing elsewhere; in no fixed order."""
    wanted = sorted(iris)
    for start in range(0, len(wanted), BATCH):
        block = values_block(["x"], [[NamedNode(iri)] for iri in wanted[start : start + BATCH]])
        unclaimed = "?x ?p ?o . FILTER NOT EXISTS { GRAPH ?g { ?x ?p ?o } }"
        for node, predicate, value in graph.select(f"SELECT ?x ?p ?o WHERE {{ {block} {unclaimed} }}").rows:
            if predicate in _HIDDEN_NAMES or value is None:
                continue
            if isinstance(node, NamedNode) and isinstance(predicate, NamedNode):
                yield node.value, predicate, value


def _read_pairs(graph: BaseGraph, pattern: str) -> dict[str, list[NamedNode]]:
    """Return the things ?y that a pattern joins to ?x, in order, by the IRI of ?x."""
    found: dict[str, list[NamedNode]] = {}
    for thing, other in graph.select(f"SELECT DISTINCT ?x ?y WHERE {{ {pattern} }} ORDER BY ?x ?y").rows:
        if isinstance(thing, NamedNode) and isinstance(other, NamedNode):
            found.setdefault(thing.value, []).append(other)
    return found


def _read_dates(graph: BaseGraph) -> dict[str, list[str]]:
    """Return the dates of things, as precisely as they are known, by IRI."""
    rows = graph.select(f"SELECT DISTINCT ?x ?date WHERE {{ ?x {DATE}|{START_DATE} ?date }}").rows
    found: dict[str, list[str]] = {}
    for thing, date in rows:
        if isinstance(thing, NamedNode) and isinstance(date, Literal):
            found.setdefault(thing.value, []).append(date.value)
    return {iri: sorted(dates) for iri, dates in found.items()}


def _read_sources(graph: BaseGraph) -> dict[str, Json]:
    """Return what a reader wants to know of each document read, by IRI."""
    found = list(list_sources(graph))
    titles = _read_titles(graph)
    cited = {tag: graph.cite(found, tag) for tag in LANGUAGES}
    coverage = {source.key: source for source in graph.coverage()} if Ledger.STATED in graph.ledgers else {}
    sources = {}
    for iri in found:
        reference = cited[LANGUAGES[0]][iri]
        read = coverage.get(iri.rpartition("/")[2])
        title = titles.get(iri, Literal(reference.title))
        sources[iri] = {
            "title": title.value,
            "lang": title.language or "",
            "publishers": {tag: cited[tag][iri].publisher for tag in LANGUAGES},
            "date": reference.date,
            "address": reference.link,
            "extent": read.extent if read else "",
            "passages": read.passages if read else 0,
            "read": read.with_statements if read else 0,
        }
    return sources


def _read_titles(graph: BaseGraph) -> dict[str, Literal]:
    """Return the title of each source, the English one if there are several."""
    titles: dict[str, Literal] = {}
    for source, title in graph.select(f"SELECT DISTINCT ?x ?o WHERE {{ ?x a {SOURCE_CLASS} ; {TITLE} ?o }}").rows:
        iri = getattr(source, "value", "")
        if isinstance(title, Literal):
            titles[iri] = min(title, titles.get(iri, title), key=lambda text: language_key(text, LANGUAGES[0]))
    return titles
