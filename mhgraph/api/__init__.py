"""The graph as Python users see it: `mhgraph.load()` and `mhgraph.connect(URL)` return a Graph, which gives Results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from mhgraph.api.present import list_questions, list_rows, present_answer, take_for
from mhgraph.api.result import Result, Thing
from mhgraph.errors import InvalidValue
from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, list_ledgers, load_graph, parse_ledgers
from mhgraph.graph.labels import LANGUAGES, short_name
from mhgraph.project.folders import find_project
from mhgraph.questions import ask
from mhgraph.tables import Value

if TYPE_CHECKING:
    import rdflib

    from mhgraph.analysis.projections import AnyNetwork
    from mhgraph.api.page import Page

__all__ = ["Graph", "Result", "Thing", "connect", "load"]

SECONDS = 60.0
"""How long an endpoint may take to answer one query, unless somebody says otherwise."""

Given: TypeAlias = str | int | date | Thing
"""What a parameter takes: a name, a slug, a CURIE, an address; a number or a year; a day; a thing of another result."""


class Graph:
    """A graph to ask: canned questions, SPARQL, what is known of a thing, networks, timelines, the page.

    What it gives are Results: tables in a notebook, rows, data frames. `base` is the graph below, for whoever wants RDF
    terms and the evidence itself.

    >>> graph = load()
    >>> graph.resolve("Objective 15").short
    'provision:gcm-15'
    """

    def __init__(self, base: BaseGraph, language: str = LANGUAGES[0]) -> None:
        self.base = base
        self.language = language

    def __repr__(self) -> str:
        sources = self.base.count_sources()
        return f"<mhgraph: {sources} sources, data of {self.base.date}, ledgers: {list_ledgers(self.base.ledgers)}>"

    @property
    def ledgers(self) -> frozenset[Ledger]:
        """On what grounds statements may stand in this graph."""
        return self.base.ledgers

    def questions(self) -> Result:
        """Return the questions that `query` answers, by theme, with their parameters.

        >>> row = load().questions().rows[0]
        >>> sorted(row)
        ['asks', 'parameters', 'question', 'required', 'theme']
        """
        return list_questions(self.base, self.language)

    def query(self, question: str, /, **parameters: Given | Iterable[Given] | None) -> Result:
        """Return the answer to a question; each parameter takes a value, or several, of which any will do.

        A thing is given by a name in any language, an acronym, its slug, CURIE or address. None is no value. A
        parameter whose name is a word of Python is written with an underscore: `from_`. Raises UnknownQuestion,
        UnknownParameter, InvalidValue, UnknownName or AmbiguousName.

        >>> result = load().query("events-addressing", provision="Objective 15")
        >>> result.taken["provision"][0].name
        'GCM Objective 15: Provide access to basic services for migrants'
        >>> result.columns[:2]
        ('event', 'event_label')
        """
        values = {name.removesuffix("_"): _list_texts(name, value) for name, value in parameters.items()}
        return present_answer(ask(self.base, question, values, language=self.language))

    def sparql(self, query: str, *, seconds: float = 30.0) -> Result:
        """Return the answer to any SPARQL query that only reads, in a process of its own with limits.

        The prefixes of the project are known. A SELECT gives its columns, an ASK one column `answer`, a CONSTRUCT or
        DESCRIBE `subject`, `predicate` and `object`. Raises InvalidQuery, and QueryStopped for one that takes longer
        than `seconds`, or too much.

        >>> load().sparql("ASK { ?event a mh:Event }").rows
        [{'answer': True}]
        """
        from mhgraph.api.sparql import answer_sparql

        return answer_sparql(self.base, query, seconds)

    def find(self, words: str) -> Result:
        """Return the things whose names are near some words, in any language, best first.

        >>> load().find("firewall").rows[0]["thing_label"]
        'Firewalls'
        """
        found = self.base.find(words)
        labels = self.base.labels([match.iri for match in found], self.language)
        rows = [(Value(one.iri, short_name(one.iri)), labels[one.iri], one.kind, one.name, one.score) for one in found]
        title = f"Things called something like “{words}”"
        columns = ("thing", "thing_label", "class", "found_as", "score")
        note = "nothing is called so; try fewer or other words"
        return list_rows(columns, rows, title=title, shown=("thing_label", "class", "thing"), note=note)

    def resolve(self, name: str) -> Thing:
        """Return the one thing that a name means. Raises UnknownName or AmbiguousName.

        >>> load().resolve("WHO").address
        'https://w3id.org/mhgraph/actor/who'
        """
        return take_for(self.base, [self.base.resolve(name)], self.language)[0]

    def show(self, name: str) -> Result:
        """Return all that is said of a thing, or by a paragraph (`key#p08`), a judgement or a rule, with its evidence.

        Raises UnknownName or AmbiguousName.

        >>> load().show("WHO").columns[:3]
        ('relation', 'value', 'value_label')
        """
        from mhgraph.api.views import show_thing

        return show_thing(self.base, self.base.resolve(name).value, self.language)

    def timeline(self, name: str) -> Result:
        """Return what has a date and has to do with a thing or a part of it, the earliest first.

        Of a text and something else of one name, the text is taken. `.timeline()` of the result draws it. Raises
        UnknownName or AmbiguousName.

        >>> load().timeline("gcm").taken["of"][0].short
        'instrument:gcm'
        """
        from mhgraph.api.views import list_timeline

        return list_timeline(self.base, name, self.language)

    def network(self, projection: str = "everything") -> AnyNetwork:
        """Return a network of networkx: nodes by address, each with a `label`; edges with ledger, passages and more.

        `actors` are tied by common events, `organizers` by events that both arranged; the others are
        `actors-provisions`, `instruments`, `people-bodies`, and `everything`. What nodes and edges have is said in
        `mhgraph.analysis`.

        Raises:
            InvalidValue: there is no such projection.

        >>> network = load().network("actors")
        >>> network.nodes["https://w3id.org/mhgraph/actor/who"]["label"]
        'World Health Organization'
        """
        from mhgraph.analysis.network import choose_label, entity_network
        from mhgraph.analysis.projections import PROJECTIONS

        if projection not in PROJECTIONS:
            raise InvalidValue("projection", projection, "one of " + ", ".join(PROJECTIONS))
        network = PROJECTIONS[projection](entity_network(self.base), self.base.model)
        for iri, attributes in network.nodes(data=True):
            network.nodes[iri]["label"] = choose_label(attributes, self.language)
        return network

    def explore(self, focus: str | None = None) -> Page:
        """Return the interactive page, which a notebook shows in a frame; it asks nothing of anybody.

        With `focus` it opens at that thing. Raises UnknownName, AmbiguousName, and InvalidValue for a thing that has no
        card.

        >>> load().explore(focus="gcm-15")
        <the page of the graph at provision:gcm-15; it shows in a notebook, save("page.html") writes it>
        """
        from mhgraph.api.page import make_page

        return make_page(self.base, focus, self.language)

    @cached_property
    def rdflib(self) -> rdflib.Graph:
        """The facts, names and schema as an rdflib Graph: a copy, made once, whose changes change nothing here."""
        return self.base.to_rdflib()


def load(
    root: Path | str | None = None,
    *,
    ledgers: str | Iterable[Ledger] = ALL_LEDGERS,
    second_opinion: bool = False,
    language: str = LANGUAGES[0],
) -> Graph:
    """Return the graph of the project at `root`; without it, of the nearest one upwards, else of the installed copy.

    `ledgers` says on what ground statements may stand: the others are left out as if they did not exist. With
    `second_opinion`, so are judgements that fewer than two people signed. `language` is that of names: en, fr or es.
    Raises ProjectNotFound, InvalidValue for an unknown ledger or language, and what a file that cannot be read raises.

    >>> load(ledgers="stated").ledgers == {Ledger.STATED}
    True
    """
    chosen = parse_ledgers(ledgers) if isinstance(ledgers, str) else ledgers
    _require_language(language)
    project = find_project(Path(root) if root is not None else None)
    return Graph(load_graph(project, chosen, second_opinion=second_opinion), language)


def connect(
    url: str,
    root: Path | str | None = None,
    *,
    ledgers: str | Iterable[Ledger] | None = None,
    seconds: float = SECONDS,
    language: str = LANGUAGES[0],
) -> Graph:
    """Return the graph behind a SPARQL endpoint; its questions, ontology and rules are those of the project at `root`.

    `ledgers` is what it has to hold; without it, whatever it holds will do. One query may take so many `seconds`.
    Credentials are those of the environment or of a netrc file (`mhgraph.stores.remote`). Raises InvalidValue for what
    is no address or language, EndpointFailed for a server that fails or holds something else, ProjectNotFound, and what
    a file that cannot be read raises. A later question raises EndpointFailed, QueryStopped or InvalidQuery.

    >>> connect("ftp://data.example.org")
    Traceback (most recent call last):
    mhgraph.errors.InvalidValue: 'ftp://data.example.org' does not fit endpoint; expected an address like https://data.example.org/sparql
    """
    from mhgraph.graph.endpoint import open_endpoint

    chosen = parse_ledgers(ledgers) if isinstance(ledgers, str) else ledgers
    _require_language(language)
    project = find_project(Path(root) if root is not None else None)
    return Graph(open_endpoint(url, project, chosen, seconds=seconds), language)


def _require_language(language: str) -> None:
    """Refuse a language in which nothing is named.

    Raises:
        InvalidValue: it is one.
    """
    if language not in LANGUAGES:
        raise InvalidValue("language", language, "one of " + ", ".join(LANGUAGES))


def _list_texts(name: str, value: object) -> list[str]:
    """Return what was given for a parameter, as text. Raises InvalidValue for what no parameter takes."""
    if value is None:
        return []
    if isinstance(value, str | Thing | Mapping | bytes) or not isinstance(value, Iterable):
        return [_as_text(name, value)]
    return [_as_text(name, one) for one in value]


def _as_text(name: str, value: object) -> str:
    """Return one value as text.

    Raises:
        InvalidValue: it is nothing that a parameter takes.
    """
    if isinstance(value, Thing):
        return value.address
    if isinstance(value, bool) or not isinstance(value, str | int | date):
        raise InvalidValue(name, str(value), "a text, a number, a day, a thing, or several of these")
    return str(value)
