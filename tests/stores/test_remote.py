"""The client of an endpoint: what it sends, and one clear line for each way in which a server can fail."""

from __future__ import annotations

import contextlib
import gzip
import os
import signal
import socket
import ssl
import subprocess
import sys
import threading
import time
import warnings
from pathlib import Path

import pytest
import trustme
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from mhgraph.errors import AnswerCut, EndpointFailed, InvalidQuery, InvalidValue, QueryStopped, ReadOnlyStore
from mhgraph.stores import Limits
from mhgraph.stores.remote import RemoteStore
from tests.conftest import REPOSITORY
from tests.endpoint import Reply, Request, serve, serve_quads

ANY = "SELECT * WHERE { ?s ?p ?o }"
THREE = b'{"head":{"vars":["x"]},"results":{"bindings":[%s]}}' % b",".join(
    b'{"x":{"type":"literal","value":"%d"}}' % number for number in range(3)
)
A, B, C, G, H = (NamedNode(f"http://e/{name}") for name in "abcgh")
QUADS = [Quad(A, B, C), Quad(A, B, Literal("c", language="en"), G), Quad(B, B, C, H)]


@pytest.fixture(autouse=True)
def _no_credentials(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("NETRC", str(tmp_path / "none"))
    for name in ("USER", "PASSWORD", "TOKEN"):
        monkeypatch.delenv(f"MHGRAPH_ENDPOINT_{name}", raising=False)


def fail(reply: Reply) -> str:
    """Return the line that a SELECT ends with."""
    with serve(reply) as server:
        with pytest.raises(EndpointFailed) as caught:
            RemoteStore(server.url).select(ANY)
        assert str(caught.value).startswith(server.url)
        return str(caught.value).removeprefix(server.url).strip()


def test_the_five_methods() -> None:
    with serve_quads(QUADS) as server:
        store = RemoteStore(server.url)
        assert store.select("SELECT ?o WHERE { ?s ?p ?o }") == (("o",), [(C,)])
        assert store.construct("CONSTRUCT WHERE { ?s ?p ?o }") == [QUADS[0].triple]
        assert store.ask("ASK { GRAPH ?g { ?s ?p ?o } }")
        assert set(store.dump()) == set(QUADS)
        assert set(store.dump(["", G.value, G.value, "http://e/none"])) == set(QUADS[:2])
        assert list(store.dump([])) == []
        with pytest.raises(ReadOnlyStore, match="is only read; load data into it with the tools of its own store"):
            store.load([])


@pytest.mark.parametrize(
    ("method", "query"),
    [("select", "ASK { ?s ?p ?o }"), ("ask", ANY), ("construct", ANY), ("ask", "CONSTRUCT WHERE { ?s ?p ?o }")],
)
def test_a_query_of_another_form_is_refused(method: str, query: str) -> None:
    with serve_quads(QUADS) as server, pytest.raises(InvalidQuery, match=r"^not an? "):
        getattr(RemoteStore(server.url), method)(query)


def test_facts_may_stand_in_a_named_graph() -> None:
    quads = [Quad(quad.subject, quad.predicate, quad.object, H) if quad == QUADS[0] else quad for quad in QUADS[:2]]
    with serve_quads(quads, is_union=True) as server:
        store = RemoteStore(server.url, facts=H.value)
        assert store.select("SELECT ?o WHERE { ?s ?p ?o }").rows == [(C,)]
        both = "SELECT ?f ?o WHERE { ?s ?p ?f GRAPH ?g { ?s ?p ?o } FILTER(?g != <http://e/h>) }"
        assert store.select(both).rows == [(C, Literal("c", language="en"))]
        assert set(store.dump()) == set(QUADS[:2])
        own = "SELECT ?o FROM <http://e/g> WHERE { ?s ?p ?o }"
        store.select(own)
        assert server.asked[-1].form == {"query": [own]}  # whoever chooses the graphs keeps the choice


def test_a_query_is_a_post_of_a_form_and_answers_may_be_compressed() -> None:
    with serve(Reply(data=gzip.compress(THREE), headers={"Content-Encoding": "gzip"})) as server:
        assert len(RemoteStore(server.url).select(ANY).rows) == 3
    (request,) = server.asked
    assert request.form == {"query": [ANY]}
    assert request.headers["Accept"] == "application/sparql-results+json"
    assert "gzip" in request.headers["Accept-Encoding"]
    assert "Authorization" not in request.headers


@pytest.mark.parametrize(
    ("reply", "line"),
    [
        (Reply(401), "asks for a user and password; put them in MHGRAPH_ENDPOINT_USER and "),
        (Reply(403), "does not let you read it; ask those who run it"),
        (Reply(404), "is no address of that server; name the address that answers SPARQL queries"),
        (
            Reply(500, b"out\nof \x1b[31mmemory", "text/plain"),
            "failed (HTTP 500) out of [31mmemory; ask those who run it",
        ),
        (Reply(500, b"<p>sorry", "text/html"), "failed (HTTP 500); ask those who run it"),
        (Reply(429), "is busy or down (HTTP 429); try again later"),
        (Reply(503, headers={"Retry-After": "7200"}), "is busy or down (HTTP 503); try again later"),
        (Reply(data=b"<html>", media_type="text/html; charset=utf-8"), "is a web page; name the address that answers"),
        (Reply(data=b"a,b", media_type="text/csv"), "sent 'text/csv' where SPARQL results were asked for"),
        (Reply(data=THREE[:-4]), "sent results that are not valid JSON; try again"),
        (Reply(data=b"{}"), "sent results that are not valid JSON; try again"),
        (Reply(data=THREE, is_cut=True), "broke off in the middle of its answer; try again"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_one_line_for_each_failure(reply: Reply, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mhgraph.stores.remote.client._RETRIES", 0)
    assert fail(reply).startswith(line)


def test_redirects_are_told_and_not_followed() -> None:
    with serve(Reply(data=THREE)) as other:
        address = other.url.replace("http://", "http://user:secret@") + "?key=secret"
        assert fail(Reply(302, headers={"Location": address})).startswith(
            f"has moved to {other.url}; name that address"
        )
        assert fail(Reply(307, headers={"Location": "/new"})).startswith("has moved to http://127.0.0.1:")
    assert other.asked == []


def test_a_server_that_does_not_listen_or_exist() -> None:
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}/sparql"
        with pytest.raises(EndpointFailed, match=f"^{url} does not answer; check the address"):
            RemoteStore(url).ask("ASK { ?s ?p ?o }")
    with pytest.raises(EndpointFailed, match=r"^http://no-such-host\.invalid/ (does not exist|does not answer);"):
        RemoteStore("http://no-such-host.invalid/").ask("ASK { ?s ?p ?o }")


def test_a_certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that this machine does not know is told of; its authority may be named; the name has to be right."""
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    with serve(Reply(data=THREE), tls=context) as server:
        with pytest.raises(EndpointFailed, match="has no certificate that this machine trusts") as caught:
            RemoteStore(server.url).select(ANY)
        assert "REQUESTS_CA_BUNDLE" in str(caught.value)
        assert server.asked == []
        monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "authority.pem"))
        assert len(RemoteStore(server.url).select(ANY).rows) == 3
        with pytest.raises(EndpointFailed, match="has no certificate that this machine trusts"):
            RemoteStore(server.url.replace("127.0.0.1", "localhost")).select(ANY)


def test_time_is_limited_before_the_answer_and_within_it() -> None:
    with serve(Reply(data=THREE, seconds=30)) as server:
        began = time.monotonic()
        with pytest.raises(QueryStopped, match=r"did not answer within 0\.3 seconds; ask for less"):
            RemoteStore(server.url, seconds=0.3).select(ANY)
        assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("header", "piece"), [("Content-Length: 100000", b" "), ("Transfer-Encoding: chunked", b"1\r\n \r\n")]
)
def test_time_is_limited_for_an_answer_that_dribbles(header: str, piece: bytes) -> None:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/sparql-results+json\r\n{header}\r\n\r\n"
    listening = socket.create_server(("127.0.0.1", 0))

    def dribble() -> None:
        taken, _ = listening.accept()
        with taken, contextlib.suppress(OSError):
            taken.recv(2000)
            taken.sendall(head.encode())
            for _ in range(1000):
                taken.sendall(piece)
                time.sleep(0.02)

    thread = threading.Thread(target=dribble, daemon=True)
    thread.start()
    with listening, pytest.raises(QueryStopped, match=r"did not answer within 0\.3 seconds"):
        RemoteStore(f"http://127.0.0.1:{listening.getsockname()[1]}/", seconds=0.3).select(ANY)
    thread.join()


def test_the_size_of_a_typed_answer_is_limited() -> None:
    large = Reply(data=THREE + b" " * 2**20)
    with serve(large) as server, pytest.raises(QueryStopped, match="the answer is larger than 1 MiB"):
        RemoteStore(server.url).answer(ANY, Limits(output=1))


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again_when_it_says(status: int) -> None:
    replies = iter([Reply(status, headers={"Retry-After": "0"}), Reply(status), Reply(data=THREE)])
    with serve(lambda _: next(replies)) as server:
        assert len(RemoteStore(server.url).select(ANY).rows) == 3
        assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("headers", "is_cut"),
    [
        ({"X-SPARQL-MaxRows": "3"}, True),
        ({"X-SPARQL-MaxRows": "100"}, False),
        ({"X-SQL-State": "S1TAT", "X-SPARQL-MaxRows": "100"}, True),
        ({}, False),
    ],
)
def test_rows_that_the_server_cut_off(headers: dict[str, str], is_cut: bool) -> None:
    with serve(Reply(data=THREE, headers=headers)) as server, warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        assert len(RemoteStore(server.url).select(ANY).rows) == 3
    assert [str(one.message) for one in caught] == [
        f"{server.url} cut the answer after 3 rows; ask for less, or have its limit raised"
    ] * is_cut
    assert all(one.category is AnswerCut for one in caught)


def test_the_server_refuses_the_query() -> None:
    with serve_quads(QUADS) as server, pytest.raises(InvalidQuery, match=r"^the endpoint does not take the query: "):
        RemoteStore(server.url).select("SELECT nonsense")


def test_virtuoso_answers_ask_with_a_row() -> None:
    row = '{"head":{"vars":["__ASK_RETVAL"]},"results":{"bindings":[{"__ASK_RETVAL":{"type":"typed-literal",'
    row += '"datatype":"http://www.w3.org/2001/XMLSchema#integer","value":"%d"}}]}}'
    for number in (0, 1):
        with serve(Reply(data=(row % number).encode())) as server:
            assert RemoteStore(server.url).ask("ASK { ?s ?p ?o }") is bool(number)
            answer = RemoteStore(server.url).answer("ASK { ?s ?p ?o }", Limits())
            assert answer.data == b'{"head":{},"boolean":%s}' % str(bool(number)).lower().encode()


def test_typed_queries() -> None:
    with serve_quads(QUADS) as server:
        store = RemoteStore(server.url)
        assert store.answer(ANY, Limits()).form == "select"
        graph = store.answer("CONSTRUCT WHERE { ?s ?p ?o }", Limits())
        assert [quad.triple for quad in parse(graph.data, format=RdfFormat.N_TRIPLES)] == [QUADS[0].triple]
        with pytest.raises(InvalidQuery, match="SERVICE is refused"):
            store.answer(f"SELECT * WHERE {{ SERVICE <{server.url}> {{ ?s ?p ?o }} }}", Limits())
        with pytest.raises(InvalidQuery, match="this is no query; an endpoint answers"):
            store.answer("DROP ALL", Limits())
    assert len(server.asked) == 2


class TestCredentials:
    """Where they come from, and that nobody sees them."""

    def sent(self, url: str = "{}", reply: Reply | None = None) -> str:
        with serve(reply or Reply(data=THREE)) as server:
            RemoteStore(url.format(server.url)).select(ANY)
            return server.asked[0].headers.get("Authorization", "")

    def test_of_the_environment(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("MHGRAPH_ENDPOINT_TOKEN", "t0ken")
        assert self.sent() == "Bearer t0ken"
        monkeypatch.setenv("MHGRAPH_ENDPOINT_USER", "zoë")
        monkeypatch.setenv("MHGRAPH_ENDPOINT_PASSWORD", "s3cret")
        assert self.sent() == "Basic em/DqzpzM2NyZXQ="

    def test_of_a_netrc_file(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        (tmp_path / "netrc").write_text("machine 127.0.0.1 login a password b\n", encoding="utf-8")
        monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
        assert self.sent() == "Basic YTpi"

    def test_of_the_address_which_go_before_others(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("MHGRAPH_ENDPOINT_USER", "other")
        with serve(Reply(data=THREE)) as server:
            RemoteStore(server.url.replace("http://", "http://a:b%40@")).select(ANY)
        assert server.asked[0].headers["Authorization"] == "Basic YTpiQA=="

    def test_a_digest_where_the_server_wants_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("MHGRAPH_ENDPOINT_USER", "a")
        monkeypatch.setenv("MHGRAPH_ENDPOINT_PASSWORD", "s3cret")

        def reply(request: Request) -> Reply:
            if request.headers.get("Authorization", "").startswith("Digest"):
                return Reply(data=THREE)
            return Reply(401, headers={"WWW-Authenticate": 'Digest realm="r", nonce="n", qop="auth"'})

        with serve(reply) as server:
            store = RemoteStore(server.url)
            assert len(store.select(ANY).rows) == len(store.select(ANY).rows) == 3
        assert "s3cret" not in str(server.asked)

    @pytest.mark.parametrize("status", [401, 403, 404, 500, 503, 302])
    def test_no_message_has_them(self, status: int, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("mhgraph.stores.remote.client._RETRIES", 0)
        with serve(Reply(status, headers={"Location": "http://a:s3cret@127.0.0.1/x"})) as server:
            url = server.url.replace("http://", "http://a:s3cret@") + "?key=s3cret"
            with pytest.raises(EndpointFailed) as caught:
                RemoteStore(url).select(ANY)
        assert "s3cret" not in str(caught.value)

    def test_nor_one_on_a_wrong_address(self) -> None:
        for url in ("", "ftp://a:s3cret@e/", "http://", "http://a:s3cret@e:port/", "no address", "http://[e/"):
            with pytest.raises(InvalidValue, match="does not fit endpoint; expected an address like") as caught:
                RemoteStore(url)
            assert "s3cret" not in str(caught.value)


def test_ctrl_c_ends_it_at_once(tmp_path: Path) -> None:
    with serve(Reply(data=THREE, seconds=60)) as server:
        command = [sys.executable, "-m", "mhgraph", "--root", str(REPOSITORY), "--endpoint", server.url, "stats"]
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
        with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, cwd=tmp_path) as process:
            while not server.asked:
                assert process.poll() is None
                time.sleep(0.02)
            began = time.monotonic()
            process.send_signal(signal.SIGINT)
            _, problem = process.communicate(timeout=20)
        assert time.monotonic() - began < 10
    assert (process.returncode, problem) == (130, b"mhgraph: stopped\n")
