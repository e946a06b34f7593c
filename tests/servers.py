"""SPARQL servers of others, started on free ports of this machine with folders of their own, and stopped again."""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import shlex
import shutil
import socket
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import pytest
import requests

from tests.conftest import REPOSITORY
from tests.endpoint import wait_until
from tests.jena import JARS, find_classes

_SECONDS = 120.0  # to start or to load, on a machine under load
_TIED = """
import os, sys
from mhgraph.stores.service import end_with_parent
end_with_parent(int(sys.argv[1]))
os.execv(sys.argv[2], sys.argv[2:])
"""  # a server ends with the tests, even if they are killed

ENGINES = ("oxigraph", "oxigraph-union", "virtuoso", "jena", "jena-union")
"""Oxigraph and Jena as they are, and with the union of all graphs for default graph, as Virtuoso, GraphDB and Neptune
have it."""

VIRTUOSO = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 20000
MaxDirtyBuffers = 12000
CheckpointInterval = 0
DirsAllowed = {folder}, {dumps}
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = {rows}
"""


def find_program(name: str) -> str:
    """Return where a program is. Where it is not, the test is skipped; in CI it fails."""
    found = shutil.which(name, path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    return found or _miss(name)


def _miss(what: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what} is not installed")
    pytest.skip(f"{what} is not installed")


def read_recipe(heading: str) -> list[list[str]]:
    """Return the commands that the guide has for a store."""
    text = (REPOSITORY / "docs" / "remote.md").read_text(encoding="utf-8")
    block = text.partition(f"### {heading}\n")[2].partition("```sh\n")[2].partition("```")[0]
    return [shlex.split(line) for line in block.splitlines()]


def _adapt(command: list[str], changes: Mapping[str, str]) -> list[str]:
    """Return a command with other folders and ports, and with the path of its program."""
    found = []
    for word in command:
        for old, new in changes.items():
            word = word.replace(old, new)
        found.append(word)
    return [find_program(command[0]), *found[1:]]


def run_engine(engine: str, folder: Path, dumps: Path) -> contextlib.AbstractContextManager[str]:
    """Return a running server, by its name in `ENGINES`, that holds the dump for its kind of stores."""
    if engine == "virtuoso":
        return run_virtuoso(folder, dumps / "mhgraph-union.nq")
    name, _, union = engine.partition("-")
    run = run_oxigraph if name == "oxigraph" else run_jena
    return run(folder, dumps / ("mhgraph-union.nq" if union else "mhgraph.nq"), is_union=bool(union))


def read_version(engine: str) -> str:
    """Return which version of an engine, or of a library that is one, is at hand."""
    if engine == "virtuoso":
        asked = subprocess.run([find_program("virtuoso-t"), "-?"], capture_output=True, text=True, check=False)
        return (asked.stdout + asked.stderr).partition("Version ")[2].partition("-")[0]
    if engine == "jena":
        find_jena()
        with zipfile.ZipFile(JARS / "jena-arq.jar") as jar:
            (name,) = (name for name in jar.namelist() if name.endswith("jena-arq/pom.properties"))
            return jar.read(name).decode().partition("version=")[2].split()[0]
    return importlib.metadata.version(engine)


@contextlib.contextmanager
def run_oxigraph(folder: Path, dump: Path, *, is_union: bool = False) -> Iterator[str]:
    """Yield the address of an Oxigraph server that holds a dump."""
    port = find_port()
    load, serve = (
        _adapt(command, {"./store": str(folder / "store"), "mhgraph.nq": str(dump), "7878": str(port)})
        for command in read_recipe("Oxigraph")
    )
    _run(*load)
    url = f"http://127.0.0.1:{port}/query"
    with _serve(folder, url, *serve, *(["--union-default-graph"] if is_union else [])):
        yield url


@contextlib.contextmanager
def run_virtuoso(folder: Path, dump: Path, *, rows: int = 1_000_000) -> Iterator[str]:
    """Yield the address of a Virtuoso server that holds a dump, and sends so many rows at most."""
    port, sql = find_port(), find_port()
    settings = folder / "virtuoso.ini"
    settings.write_text(
        VIRTUOSO.format(folder=folder, dumps=dump.parent, port=port, sql=sql, rows=rows), encoding="utf-8"
    )
    url = f"http://127.0.0.1:{port}/sparql"
    (load,) = read_recipe("Virtuoso")
    with _serve(folder, url, find_program("virtuoso-t"), "-f", "-c", str(settings)):
        _run(*_adapt(load, {"1111": str(sql), "/data": str(dump.parent), "mhgraph-union.nq": dump.name}))
        yield url


@contextlib.contextmanager
def run_jena(folder: Path, dump: Path, *, is_union: bool = False) -> Iterator[str]:
    """Yield the address of a server on Jena's engine that holds a dump in TDB2, loaded as for Fuseki."""
    java, classes, store = find_jena(), find_classes(folder / "classes"), folder / "store"
    (tool, *load), _serve_in_fuseki = read_recipe("Fuseki")
    changes = {"./store": str(store), "mhgraph.nq": str(dump)}
    _run(java, "-Xmx512m", "-cp", classes, tool, *(changes.get(word, word) for word in load))
    port = find_port()
    url = f"http://127.0.0.1:{port}/sparql"
    command = (sys.executable, "-m", "tests.jena", str(store), str(port), *(["union"] if is_union else []))
    with _serve(folder, url, *command):
        yield url


def find_jena() -> str:
    """Return where Java is, if Jena is there too."""
    java = find_program("java")
    return java if (JARS / "jena-tdb2.jar").exists() else _miss("Jena")


def find_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def is_up(url: str) -> bool:
    """Return whether a server answers queries."""
    try:
        return requests.post(url, data={"query": "ASK { ?s ?p ?o }"}, timeout=10).ok
    except requests.RequestException:
        return False


def _run(*command: str) -> None:
    ended = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@contextlib.contextmanager
def _serve(folder: Path, url: str, *command: str) -> Iterator[None]:
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-c", _TIED, str(os.getpid()), *command],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(REPOSITORY)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        has_ended: Callable[[], bool] = lambda: process.poll() is not None  # noqa: E731 - a name for what it asks
        assert wait_until(lambda: has_ended() or is_up(url), _SECONDS)
        assert not has_ended(), (folder / "server.log").read_text(encoding="utf-8", errors="replace")
        yield
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
