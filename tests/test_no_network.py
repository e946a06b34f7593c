"""No address that stands in a file or a query is ever opened. A listener on the loopback address would notice."""

from __future__ import annotations

import contextlib
import json
import socketserver
import threading
import warnings
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from pyoxigraph import Store as UnguardedStore  # noqa: TID251 - what the guards keep away is shown without them

from mhgraph.namespaces import BASE, MH
from mhgraph.project.folders import Project
from tests.conftest import Run
from tests.questions.cases import ask_in_three

SHAPES = f"""@prefix sh: <http://www.w3.org/ns/shacl#> .
<{BASE}shape/own> a sh:NodeShape ; sh:targetClass <{MH}Event> ;
  sh:sparql [ sh:message "An event is wrong: fix it." ; sh:select '''QUERY''' ] .
"""


class Listener:
    """A server that notes which paths were asked for."""

    def __init__(self) -> None:
        asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                body = b'{"@context": {}}' if "json" in self.path else b"<a:a> <a:b> <a:c> .\n"
                self.send_response(200)
                self.send_header("Content-Type", "application/ld+json" if "json" in self.path else "text/turtle")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def do_POST(self) -> None:
                self.do_GET()

            def log_message(self, format: str, *args: object) -> None:
                """Print nothing."""

        self.asked = asked
        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def listener() -> Iterator[Listener]:
    started = Listener()
    yield started
    started.close()


def service(address: str) -> str:
    return f"SELECT * WHERE {{ SERVICE <{address}/sparql> {{ ?s ?p ?o }} }}"


@pytest.mark.parametrize(
    "command",
    [
        ["stats"],
        pytest.param(["validate", "--engine", "pyshacl"], marks=pytest.mark.slow),
        ["validate", "--engine", "turbo"],
        ["build", "--out", "dist"],
    ],
    ids=" ".join,
)
def test_owl_imports_is_not_followed(
    command: list[str], small_copy: Project, listener: Listener, run: Run, tmp_path: Path
) -> None:
    for place in ("data/entities/actor/own.ttl", "data/sources/own.trig", "ontology/own.ttl", "shapes/own.ttl"):
        path = small_copy.root / place
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        imports = f"<http://www.w3.org/2002/07/owl#imports> <{listener.address}/other.ttl>"
        statement = f"<{BASE}shapes> a <http://www.w3.org/2002/07/owl#Ontology> ; {imports} ."
        path.write_text(f"{text}{statement}\n", encoding="utf-8")
    ended = run("--root", small_copy.root, *command, cwd=tmp_path)
    assert ended.code in (0, 1), ended.stderr
    assert listener.asked == []


@pytest.mark.parametrize("engine", [pytest.param("pyshacl", marks=pytest.mark.slow), "turbo"])
def test_imports_in_another_graph_are_not_followed(
    engine: str, small_project: Project, listener: Listener, run: Run, tmp_path: Path
) -> None:
    graph = tmp_path / "own.ttl"
    imports = f"<http://www.w3.org/2002/07/owl#imports> <{listener.address}/other.ttl>"
    graph.write_text(f"<{BASE}event/x> a <{MH}Event> ; {imports} .", encoding="utf-8")
    ended = run("--root", small_project.root, "validate", "--graph", graph, "--engine", engine)
    assert ended.code == 1, ended.stderr
    assert listener.asked == []


def test_the_guard_against_imports_can_be_switched_off(listener: Listener, monkeypatch: pytest.MonkeyPatch) -> None:
    import rdflib

    from mhgraph.checks.shacl import reference

    shapes = rdflib.Graph().parse(
        data=f"<{BASE}shapes> a <http://www.w3.org/2002/07/owl#Ontology> ;"
        f" <http://www.w3.org/2002/07/owl#imports> <{listener.address}/other.ttl> .",
        format="turtle",
    )
    assert reference.ReferenceEngine(shapes).validate(b"") == []
    assert listener.asked == []
    monkeypatch.setattr(reference, "FOLLOW_IMPORTS", True)
    with contextlib.suppress(Exception):
        reference.ReferenceEngine(shapes).validate(b"")
    assert listener.asked == []  # no socket is made while shapes are run
    monkeypatch.setattr(reference, "refuse_sockets", contextlib.nullcontext)
    with contextlib.suppress(Exception):  # what comes back may be no answer
        reference.ReferenceEngine(shapes).validate(b"")
    assert listener.asked


QUERIES: list[tuple[str, Callable[[str], str], int]] = [
    ("SERVICE", service, 2),
    ("service", lambda address: service(address).lower(), 2),
    ("an escaped SERVICE", lambda address: service(address).replace("SERVICE", "\\u0053ERVICE"), 2),
    ("SERVICE SILENT", lambda address: service(address).replace("SERVICE", "SERVICE SILENT"), 2),
    ("SERVICESILENT", lambda address: service(address).replace("SERVICE", "SERVICESILENT"), 2),
    ("1SERVICE", lambda address: service(address).replace("SERVICE", "?s ?p 1SERVICE"), 2),
    ("FROM", lambda address: f"SELECT * FROM <{address}/graph.ttl> WHERE {{ ?s ?p ?o }}", 0),
    ("FROM NAMED", lambda address: f"SELECT * FROM NAMED <{address}/graph.ttl> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}", 0),
    ("GRAPH", lambda address: f"SELECT * WHERE {{ GRAPH <{address}/graph.ttl> {{ ?s ?p ?o }} }}", 0),
    ("LOAD", lambda address: f"LOAD <{address}/graph.ttl>", 2),
]


@pytest.mark.parametrize(("query", "code"), [(query, code) for _, query, code in QUERIES], ids=[q[0] for q in QUERIES])
def test_a_typed_query_opens_no_address(query: Callable[[str], str], code: int, listener: Listener, run: Run) -> None:
    ended = run("--root", "tests/project", "sparql", "-", stdin=query(listener.address).encode())
    assert ended.code == code, ended.stderr
    assert listener.asked == []


@pytest.mark.parametrize("query", [query for _, query, code in QUERIES[:8]], ids=[query[0] for query in QUERIES[:8]])
def test_a_query_in_a_shape_opens_no_address(
    query: Callable[[str], str], small_copy: Project, listener: Listener, run: Run
) -> None:
    text = SHAPES.replace("QUERY", query(listener.address).replace("*", "$this ?value").replace("\\", "\\\\"))
    (small_copy.root / "shapes" / "own.ttl").write_text(text, encoding="utf-8")
    ended = run("--root", small_copy.root, "validate")
    assert ended.code == 2, ended.stdout
    assert "which reads another place" in ended.complaint or "write the character itself" in ended.complaint
    assert listener.asked == []


@pytest.mark.parametrize("query", [query for _, query, code in QUERIES[:8]], ids=[query[0] for query in QUERIES[:8]])
def test_a_canned_query_opens_no_address(
    query: Callable[[str], str], small_copy: Project, listener: Listener, run: Run
) -> None:
    header = f'{ask_in_three("Which events?")}#+ columns:\n#+   - {{name: s, description: "One."}}\n'
    text = query(listener.address).replace("SELECT *", "SELECT DISTINCT ?s")
    (small_copy.root / "queries" / "own.rq").write_text(f"{header}{text} ORDER BY ?s\n", encoding="utf-8")
    assert run("--root", small_copy.root, "query", "own").code == 2
    assert listener.asked == []


@pytest.mark.parametrize("name", ["own.jsonld", "own.rdf", "own.xml", "own.json", "own.nt"])
@pytest.mark.parametrize("command", [["format"], ["validate"]], ids=["format", "validate"])
def test_other_formats_are_refused_by_their_ending(
    name: str, command: list[str], small_copy: Project, listener: Listener, run: Run
) -> None:
    path = small_copy.root / "data" / "sources" / name
    path.write_text(json.dumps({"@context": f"{listener.address}/context.jsonld", "@id": "a:b"}), encoding="utf-8")
    ended = run("--root", small_copy.root, *command, path)
    assert ended.code == 2
    assert name in ended.complaint
    assert listener.asked == []


def test_without_the_guards_each_address_is_opened(listener: Listener) -> None:
    import pyshacl
    import rdflib

    def opens(action: Callable[[], object]) -> bool:
        listener.asked.clear()
        with warnings.catch_warnings(), contextlib.suppress(Exception):  # what comes back may be no answer
            warnings.simplefilter("ignore")
            action()
        return bool(listener.asked)

    remote = json.dumps({"@context": f"{listener.address}/context.jsonld", "@id": "http://e/a", "http://e/b": 1})
    owl = "http://www.w3.org/2002/07/owl#"
    shapes = f"<{BASE}shapes> a <{owl}Ontology> ; <{owl}imports> <{listener.address}/other.ttl> ."
    assert opens(lambda: UnguardedStore().query(service(listener.address)))
    assert opens(lambda: rdflib.Graph().parse(data=remote, format="json-ld"))
    assert opens(lambda: list(rdflib.Dataset().query(f"SELECT * FROM <{listener.address}/graph.ttl> {{ ?s ?p ?o }}")))
    assert opens(lambda: list(rdflib.Graph().query(service(listener.address))))
    assert opens(
        lambda: pyshacl.validate(
            shapes, data_graph_format="turtle", shacl_graph=shapes, shacl_graph_format="turtle", do_owl_imports=True
        )
    )
    assert not opens(lambda: None)
