"""The graph as Python users see it: `mhgraph.load()` returns one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from mhgraph.graph import ALL_LEDGERS, BaseGraph, Ledger, load_graph, parse_ledgers
from mhgraph.graph.labels import LANGUAGES
from mhgraph.project.folders import find_project
from mhgraph.questions import Answer, Question, ask, load_questions

SECONDS = 60.0
"""How long an endpoint may take to answer one query, unless somebody says otherwise."""

if TYPE_CHECKING:
    from mhgraph.analysis.network import Network


class Graph(BaseGraph):
    """A graph with its questions and its network. What it knows of one thing, `describe` and `find` tell.

    >>> graph = load()
    >>> graph.resolve("Objective 15").value
    'https://w3id.org/mhgraph/provision/gcm-15'
    """

    def questions(self) -> list[Question]:
        """Return the questions of the project, by name. Raises UnreadableFile or InvalidHeader.

        >>> [question.name for question in load().questions()][:2]
        ['body-members', 'country']
        """
        return load_questions(self.project)

    def query(self, name: str, /, *, language: str = LANGUAGES[0], **parameters: str | Sequence[str]) -> Answer:
        """Return the answer to a question; each parameter takes a value, or several, of which any will do.

        An entity is given by its IRI, CURIE or slug, its acronym, or its label in any language. Raises UnknownQuestion,
        InvalidValue, UnknownName or AmbiguousName.

        >>> answer = load().query("events-addressing", provision="gcm-15")
        >>> answer.table().columns[:3]
        ('event', 'date', 'organizers')
        """
        return ask(self, name, parameters, language=language)

    def network(self) -> Network:
        """Return all entities and all relations between them, as a directed network with parallel edges.

        >>> load().network().is_directed()
        True
        """
        from mhgraph.analysis.network import entity_network

        return entity_network(self)


def load(
    root: Path | str | None = None, *, ledgers: str | Iterable[Ledger] = ALL_LEDGERS, second_opinion: bool = False
) -> Graph:
    """Return the graph of the project at `root`; without it, of the nearest one upwards, else of the installed copy.

    `ledgers` says on what ground statements may stand: the others are left out as if they did not exist. With
    `second_opinion`, so are judgements that fewer than two people signed. Raises
    ProjectNotFound, InvalidValue for an unknown ledger, and what a file that cannot be read raises.

    >>> load(ledgers="stated").ledgers == {Ledger.STATED}
    True
    """
    chosen = parse_ledgers(ledgers) if isinstance(ledgers, str) else ledgers
    project = find_project(Path(root) if root is not None else None)
    return _dress(load_graph(project, chosen, second_opinion=second_opinion))


def connect(
    url: str,
    root: Path | str | None = None,
    *,
    ledgers: str | Iterable[Ledger] | None = None,
    seconds: float = SECONDS,
) -> Graph:
    """Return the graph behind a SPARQL endpoint; its questions, ontology and rules are those of the project at `root`.

    `ledgers` is what it has to hold; without it, whatever it holds will do. One query may take so many `seconds`.
    Credentials are those of the environment or of a netrc file (`mhgraph.stores.remote`). Raises InvalidValue for what
    is no address, EndpointFailed for a server that fails or holds something else, ProjectNotFound, and what a file that
    cannot be read raises. A later question raises EndpointFailed, QueryStopped or InvalidQuery.

    >>> connect("ftp://data.example.org")
    Traceback (most recent call last):
    mhgraph.errors.InvalidValue: 'ftp://data.example.org' does not fit endpoint; expected an address like https://data.example.org/sparql
    """
    from mhgraph.graph.endpoint import open_endpoint

    chosen = parse_ledgers(ledgers) if isinstance(ledgers, str) else ledgers
    project = find_project(Path(root) if root is not None else None)
    return _dress(open_endpoint(url, project, chosen, seconds=seconds))


def _dress(base: BaseGraph) -> Graph:
    """Return a graph as Python users see it."""
    parts = (base.store, base.ledgers, base.model, base.rules, base.project, base.identities, base.guarded)
    return Graph(*parts, names=base.names, second_opinion=base.second_opinion, is_remote=base.is_remote)
