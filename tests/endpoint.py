"""SPARQL endpoints on this machine for quick tests: one with a script, and one with a small engine behind it."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from typing import NamedTuple
from urllib.parse import parse_qs

from pyoxigraph import NamedNode, Quad, QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, serialize
from pyoxigraph import Store as Engine  # noqa: TID251 - it stands for the engine of somebody else's server

ROWS = "application/sparql-results+json"


class Request(NamedTuple):
    """What a client sent: the path, the headers, and the fields of the form."""

    path: str
    headers: dict[str, str]
    form: dict[str, list[str]]


class Reply(NamedTuple):
    """What a server sends; it waits for some seconds before the last byte."""

    status: int = 200
    data: bytes = b""
    media_type: str = ROWS
    headers: dict[str, str] = {}  # noqa: RUF012 - nobody changes it
    seconds: float = 0.0
    is_cut: bool = False


class Server:
    """A running server: its address, and what it was asked."""

    def __init__(self, reply: Callable[[Request], Reply], port: int = 0, tls: SSLContext | None = None) -> None:
        asked: list[Request] = []
        stopped = threading.Event()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
                request = Request(self.path, dict(self.headers.items()), parse_qs(body))
                asked.append(request)
                answer = reply(request)
                self.send_response(answer.status)
                self.send_header("Content-Type", answer.media_type)
                self.send_header("Content-Length", str(len(answer.data)))
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                with contextlib.suppress(OSError):
                    self.wfile.write(answer.data[:-1])
                    self.wfile.flush()
                    stopped.wait(answer.seconds)
                    if answer.is_cut:
                        self.close_connection = True
                        return
                    self.wfile.write(answer.data[-1:])

            do_GET = do_POST  # noqa: N815 - the name is that of the base class

            def handle(self) -> None:
                with contextlib.suppress(OSError):  # a client that does not like the certificate hangs up
                    super().handle()

            def log_message(self, format: str, *args: object) -> None:
                """Print nothing."""

        self.asked = asked
        self._stopped = stopped
        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        if tls is not None:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True, do_handshake_on_connect=False)
        scheme = "http" if tls is None else "https"
        self.url = f"{scheme}://127.0.0.1:{self._server.server_address[1]}/sparql"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._stopped.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextlib.contextmanager
def serve(reply: Callable[[Request], Reply] | Reply, *, tls: SSLContext | None = None) -> Iterator[Server]:
    """Yield a server that answers so."""
    server = Server((lambda _: reply) if isinstance(reply, Reply) else reply, tls=tls)
    try:
        yield server
    finally:
        server.close()


@contextlib.contextmanager
def serve_quads(quads: list[Quad], *, is_union: bool = False) -> Iterator[Server]:
    """Yield a server with an engine that holds some quads; its default graph may be the union of all."""
    engine = Engine()
    engine.bulk_extend(quads)

    def reply(request: Request) -> Reply:
        defaults = [NamedNode(iri) for iri in request.form.get("default-graph-uri", [])]
        chosen = (
            {"default_graph": defaults, "named_graphs": []} if defaults else {"use_default_graph_as_union": is_union}
        )
        try:
            answer = engine.query(request.form["query"][0], **chosen)
        except SyntaxError as error:
            return Reply(400, str(error.msg).encode(), "text/plain")
        if isinstance(answer, QuerySolutions | QueryBoolean):
            return Reply(data=answer.serialize(format=QueryResultsFormat.JSON) or b"")
        return Reply(data=serialize(answer, format=RdfFormat.N_TRIPLES) or b"\n", media_type="application/n-triples")

    with serve(reply) as server:
        yield server


def wait_until(holds: Callable[[], bool], seconds: float) -> bool:
    """Return whether something came to hold in time."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.05)
    return True
