"""A SPARQL endpoint, asked over HTTP. It is only read, and only the address that the user named is ever asked.

The protocol is https://www.w3.org/TR/sparql11-protocol/: every query is a POST of a form, so that a long one fits.
Where a store's default graph is the union of all its graphs, the flat view is a named graph (`facts`), and a query is
put so that its plain patterns mean that graph.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection, Iterator
from typing import NoReturn

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from mhgraph.errors import AnswerCut, EndpointFailed, InvalidQuery, ReadOnlyStore
from mhgraph.rdf.sparql import form_of, put_in_graph, words_of
from mhgraph.stores import Limits, Solutions
from mhgraph.stores.guard import GuardedAnswer, refuse_service
from mhgraph.stores.remote.client import WEB_PAGES, Client, Response

SECONDS = 60.0
"""How long one query may take, unless somebody says otherwise."""

_LARGEST = 1024  # MiB
_ROWS = "application/sparql-results+json"
_TRIPLES = "application/n-triples, text/turtle;q=0.9"


class RemoteStore:
    """A graph behind a SPARQL endpoint.

    `facts` names the graph that holds the flat view, where the default graph does not. User and password stand in the
    address, in `MHGRAPH_ENDPOINT_USER` and `MHGRAPH_ENDPOINT_PASSWORD`, or in a netrc file; a token stands in
    `MHGRAPH_ENDPOINT_TOKEN`. None of them is ever printed. Proxies are those of the environment.

    >>> RemoteStore("https://reader:secret@data.example.org/sparql?key=1").address
    'https://data.example.org/sparql'
    """

    def __init__(self, url: str, *, seconds: float = SECONDS, facts: str = "") -> None:
        self.facts = facts
        self._client = Client(url)
        self._limits = Limits(seconds, output=_LARGEST)

    @property
    def address(self) -> str:
        """The address as it may be printed: without user, password and parameters."""
        return self._client.address

    def select(self, query: str) -> Solutions:
        """Return the solutions of a SELECT query.

        Warns with AnswerCut if the server sent fewer rows than there are. Raises QueryStopped or EndpointFailed.

        Raises:
            InvalidQuery: the endpoint does not take it, or it is of another form.
        """
        answer = self._read_rows(self._post(query, _ROWS))
        if not isinstance(answer, Solutions):
            raise InvalidQuery("not a SELECT query")
        return answer

    def construct(self, query: str) -> list[Triple]:
        """Return the triples of a CONSTRUCT query. Raises QueryStopped or EndpointFailed.

        Raises:
            InvalidQuery: the endpoint does not take it, or it is of another form.
        """
        if form_of(query) not in ("CONSTRUCT", "DESCRIBE"):
            raise InvalidQuery("not a CONSTRUCT query")
        return self._read_triples(self._post(query, _TRIPLES))

    def ask(self, query: str) -> bool:
        """Return the answer to an ASK query. Raises QueryStopped or EndpointFailed.

        Raises:
            InvalidQuery: the endpoint does not take it, or it is of another form.
        """
        if form_of(query) != "ASK":
            raise InvalidQuery("not an ASK query")
        return _truth(self._read_rows(self._post(query, _ROWS)))

    def load(self, quads: object) -> NoReturn:
        """Refuse: an endpoint is filled with the tools of its own store.

        Raises:
            ReadOnlyStore: always.
        """
        raise ReadOnlyStore(self.address)

    def dump(self, graphs: Collection[str] | None = None) -> Iterator[Quad]:
        """Yield the quads of the graphs with these IRIs, or of all, in no fixed order.

        "" is the default graph; a graph that does not exist has no quads.
        """
        if graphs is None or "" in graphs:
            for triple in self.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"):
                yield Quad(triple.subject, triple.predicate, triple.object)
        names = None if graphs is None else [str(NamedNode(iri)) for iri in dict.fromkeys(graphs) if iri]
        if names == []:
            return
        chosen = "" if names is None else f" FILTER(?g IN ({', '.join(names)}))"
        query = f"SELECT ?g ?s ?p ?o WHERE {{ GRAPH ?g {{ ?s ?p ?o }}{chosen} }}"
        for graph, subject, predicate, value in self.select(query).rows:
            assert isinstance(subject, NamedNode | BlankNode)
            assert isinstance(predicate, NamedNode)
            assert isinstance(graph, NamedNode)
            assert value is not None
            if graph.value != self.facts:
                yield Quad(subject, predicate, value, graph)

    def answer(self, query: str, limits: Limits) -> GuardedAnswer:
        """Return the answer to a query that somebody typed; of the limits, time and output hold.

        Raises QueryStopped for one that meets a limit, EndpointFailed for a server that fails.

        Raises:
            InvalidQuery: it is no query, names SERVICE, or the endpoint does not take it.
        """
        refuse_service(query)
        form = form_of(query)
        if form == "SELECT":
            response = self._post(query, _ROWS, limits)
            self._read_rows(response)
            return GuardedAnswer("select", response.data)
        if form == "ASK":
            truth = "true" if _truth(self._read_rows(self._post(query, _ROWS, limits))) else "false"
            return GuardedAnswer("ask", f'{{"head":{{}},"boolean":{truth}}}'.encode())
        if not form:
            raise InvalidQuery("this is no query", "an endpoint answers SELECT, ASK, CONSTRUCT and DESCRIBE")
        triples = self._read_triples(self._post(query, _TRIPLES, limits))
        return GuardedAnswer("graph", serialize(triples, format=RdfFormat.N_TRIPLES) or b"")

    def _post(self, query: str, accept: str, limits: Limits | None = None) -> Response:
        """Return what the server answers to a query. Raises what `Client.post` raises."""
        form = {"query": query}
        words = words_of(query) if self.facts else []
        if self.facts and "FROM" not in words:
            # where the protocol names the default graph only, GRAPH ?g ranges over no graph
            if "GRAPH" in words:
                form["query"] = put_in_graph(query, self.facts)
            else:
                form["default-graph-uri"] = self.facts
        return self._client.post(form, accept, limits or self._limits)

    def _read_rows(self, response: Response) -> Solutions | bool:
        """Return the solutions of a SELECT or the answer of an ASK, from SPARQL results in JSON.

        Raises:
            EndpointFailed: it is something else.
        """
        self._require_media_type(response, ("application/sparql-results+json", "application/json"), "SPARQL results")
        try:
            answer = parse_query_results(response.data, QueryResultsFormat.JSON)
            if isinstance(answer, QueryBoolean):
                return bool(answer)
            names = tuple(variable.value for variable in answer.variables)
            rows = [tuple(solution) for solution in answer]
        except (SyntaxError, ValueError) as error:
            raise EndpointFailed(self.address, "sent results that are not valid JSON", "try again") from error
        most = response.headers.get("X-SPARQL-MaxRows", "")
        if "X-SQL-State" in response.headers or (most.isdecimal() and len(rows) >= int(most)):
            warnings.warn(AnswerCut(self.address, len(rows)), stacklevel=3)
        return Solutions(names, rows)

    def _read_triples(self, response: Response) -> list[Triple]:
        known = ("application/n-triples", "text/turtle", "text/plain", "application/x-turtle")
        self._require_media_type(response, known, "triples")
        try:
            return [quad.triple for quad in parse(response.data, format=RdfFormat.TURTLE)]
        except (SyntaxError, ValueError) as error:
            raise EndpointFailed(self.address, "sent triples that are not valid Turtle", "try again") from error

    def _require_media_type(self, response: Response, known: Collection[str], what: str) -> None:
        sent = response.media_type
        if sent in known:
            return
        if sent in WEB_PAGES:
            raise EndpointFailed(self.address, "is a web page", "name the address that answers SPARQL queries")
        raise EndpointFailed(self.address, f"sent '{sent}' where {what} were asked for", "is it a SPARQL endpoint?")


def _truth(answer: Solutions | bool) -> bool:
    """Return the answer to an ASK. Virtuoso 7 sends one row with a number.

    Raises:
        InvalidQuery: it is an answer to something else.
    """
    if isinstance(answer, bool):
        return answer
    if answer.variables != ("__ASK_RETVAL",):
        raise InvalidQuery("not an ASK query")
    return any(isinstance(value, Literal) and value.value not in ("0", "false") for row in answer.rows for value in row)
