"""Commands as whole processes, at one size: loaded, compiled, asking a server; beside scripts that load the files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

from benchmarks.engines import SERVERS, Server
from benchmarks.timing import MHGRAPH, PEERS, Run, alternate, plan, take_median
from mhgraph.graph.cache import LEAST_BYTES
from mhgraph.project.folders import Project

SCRIPT = "ten lines of pyoxigraph"
RDFLIB = "ten lines of rdflib"
LOADED, COMPILING, COMPILED = "loaded", "loaded, then compiled", "compiled"

_FAILED = Run(0, 0, 0, 0)

QUESTIONS: dict[str, tuple[str, ...]] = {
    "events-addressing": ("--provision", "gcm-15"),
    "recommendations-on": ("--subject", "gcm-15"),
    "passage-statements": ("--where", "unnm-uhc-statement-2023#p08"),
}
"""The answer to the second grows with the documents; the rows of the others stay, on ever more evidence."""
FIRST, GROWING, _ = QUESTIONS

TYPED = """PREFIX mh: <https://w3id.org/mhgraph/ontology#>
SELECT ?kind (COUNT(DISTINCT ?event) AS ?events) WHERE { ?event a mh:Event ; mh:hasKind ?kind } GROUP BY ?kind
"""


class Case(NamedTuple):
    """What was run and where, and the median of its runs; None if it fails there."""

    task: str
    home: str
    run: Run | None


def measure_questions(project: Project, cache: Path, servers: Iterable[Server], runs: int) -> list[Case]:
    """Return what each question took, everywhere. The cache is left with the compiled graph in it, if it pays.

    Loading and compiling are no matter of the question, so they are measured with the first.
    """
    is_large = _is_large(project)
    first = _make_command(project, FIRST)
    ways = {LOADED: plan(*first), **({COMPILING: plan(*first, cache=cache)} if is_large else {})}
    found = _measure(f"query {FIRST}", ways, runs, lambda: shutil.rmtree(cache, ignore_errors=True))
    for name in QUESTIONS:
        command = _make_command(project, name)
        ways = {SCRIPT: plan(sys.executable, PEERS / "with_pyoxigraph.py", project.root, _find_query(project, name))}
        ways |= {COMPILED: plan(*command, cache=cache)} if is_large else {}
        ways |= {server.name: plan(*_ask(server, command)) for server in servers}
        found += _measure(f"query {name}", ways, runs)
    return found


def _make_command(project: Project, name: str) -> list[str | Path]:
    return [*MHGRAPH, "--root", project.root, "query", name, *QUESTIONS[name]]


def _find_query(project: Project, name: str) -> Path:
    return next(path for path in project.queries if path.stem == name)


def measure_rdflib(project: Project, runs: int) -> list[Case]:
    """Return what a script in rdflib takes for the first question."""
    script = plan(sys.executable, PEERS / "with_rdflib.py", project.root, _find_query(project, FIRST))
    return _measure(f"query {FIRST}", {RDFLIB: script}, runs)


def measure_commands(
    project: Project, cache: Path, servers: Iterable[Server], folder: Path, runs: int, *, has_page: bool
) -> list[Case]:
    """Return what other commands that read took, everywhere. `has_page` tells that the whole network fits a page."""
    typed, page = folder / "typed.rq", folder / "page.html"
    typed.write_text(TYPED, encoding="utf-8")
    found: list[Case] = []
    tasks: dict[str, tuple[str | Path, ...]] = {
        "find": ("find", "universal health coverage"),
        "show": ("show", "actor:who"),
        "sparql": ("sparql", typed),
    }
    if has_page:
        tasks["network --focus"] = ("network", "--focus", "provision:gcm-15e", "--hops", "1", "--out", page)
        tasks["network"] = ("network", "--out", page)
    for task, words in tasks.items():
        command: list[str | Path] = [*MHGRAPH, "--root", project.root, *words]
        ways = {LOADED: plan(*command), **({COMPILED: plan(*command, cache=cache)} if _is_large(project) else {})}
        ways |= {server.name: plan(*_ask(server, command)) for server in servers}
        found += _measure(task, ways, runs)
    return found


def measure_files(project: Project, dumps: Path, runs: int) -> list[Case]:
    """Return what the commands took that work on files, and leave the dumps in a folder."""
    validate = plan(*MHGRAPH, "--root", project.root, "validate")
    build = plan(*MHGRAPH, "--root", project.root, "build", "--out", dumps)
    return [*_measure("validate", {LOADED: validate}, runs), *_measure("build", {LOADED: build}, runs)]


def _measure(
    task: str, ways: Mapping[str, Callable[[], Run]], runs: int, before_round: Callable[[], None] = lambda: None
) -> list[Case]:
    guarded = {home: partial(_try, task, home, run) if home in SERVERS else run for home, run in ways.items()}
    found = alternate(guarded, runs, before_round=before_round)
    return [Case(task, home, None if _FAILED in ended else take_median(ended)) for home, ended in found.items()]


def _try(task: str, home: str, run: Callable[[], Run]) -> Run:
    """Return what a command took on a server, or `_FAILED`, and say why."""
    try:
        return run()
    except subprocess.CalledProcessError as error:
        print(f"{task} fails on {home}: {error.stderr.strip()}\n", flush=True)
        return _FAILED


def _is_large(project: Project) -> bool:
    """Return whether the graph of a project is compiled by itself."""
    files = (*project.ontology, *project.rules, *project.data)
    return sum(path.stat().st_size for path in files) >= LEAST_BYTES


def _ask(server: Server, command: list[str | Path]) -> list[str | Path]:
    at = len(MHGRAPH)
    return [*command[:at], "--endpoint", server.url, *command[at:]]
