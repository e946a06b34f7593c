"""How long everything takes, and in how much memory, at about 2.5·10⁴, 2·10⁵ and 10⁶ quads, wherever the graph lives.

Commands as whole processes (`benchmarks.cold`), and questions in a process that has the graph
(`benchmarks.warm_questions`): in memory, compiled, on servers of Oxigraph and, where it is installed, of Virtuoso;
beside pyoxigraph and rdflib by themselves. BOUNDS has what is claimed. With `--write`, docs/speed.md gets the tables.
"""

from __future__ import annotations

import json
import os
import platform
import statistics
import sys
import tempfile
from collections.abc import Collection, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from benchmarks.cold import (
    COMPILED,
    COMPILING,
    FIRST,
    GROWING,
    LOADED,
    QUESTIONS,
    SCRIPT,
    Case,
    measure_commands,
    measure_files,
    measure_questions,
    measure_rdflib,
)
from benchmarks.engines import SERVERS, WRONG, start_server
from benchmarks.printing import make_table, show_number
from benchmarks.projects import open_projects
from benchmarks.timing import ROOT, Run, compute_exponent, measure
from benchmarks.warm_questions import LIMIT
from mhgraph.project.folders import Project

RUNS = {"2.5e4": 5, "2e5": 3, "1e6": 3}
"""How often each question is asked as a whole process."""
FEWER_RUNS = {"2.5e4": 3, "2e5": 2, "1e6": 1}
"""How often other commands are run."""
PAGE_SIZES = ("2.5e4", "2e5")
"""Where the whole network fits a page."""
RDFLIB_COLD, RDFLIB_WARM = "2.5e4", "2e5"
"""At which size rdflib is asked; it takes minutes at the next."""
COLD_BOUNDS = {"2e5": 0.4, "1e6": 0.15}
"""How many times the script a question may take, compiled."""
GROWING_BOUNDS = {"2e5": 0.6, "1e6": 0.4}
"""The same, of an answer that grows with the graph: what each row costs does not shrink. COLD_BOUNDS were wished."""
ANSWER_BOUND, END_BOUND = 1.1, 3.5
WARM_SIZE = "1e6"
WARM_BOUNDS = {"compiled": (1.3, 2.0), "memory": (1.6, 2.5)}
"""How many times the bare engine an answer may take there, in the median of the questions and at most. Those of the
compiled graph were wished for memory too."""
RDFLIB_BOUND = 50
CALLS_SIZE, BATCH, FIRST_CALLS, FURTHER_CALLS = "2.5e4", 500, 4, 3
"""Calls are counted where each document stands once: in the larger projects each copy adds a name to things that are
merged, and evidence is asked for under every name."""
PAGE = ROOT / "docs" / "speed.md"
BEGIN, END = "<!-- {}: written by `python -m benchmarks speed --write` -->\n", "<!-- end -->\n"

Warm = dict[str, dict[str, Any]]


class Size:
    """What was measured at one size: commands, and by home the questions."""

    def __init__(self, name: str, project: Project) -> None:
        self.name = name
        self.project = project
        self.quads = 0
        self.cold: list[Case] = []
        self.warm: Warm = {}
        self.peaks: dict[str, float] = {}

    def find(self, task: str, home: str) -> Case | None:
        """Return what a task took in a home, if it was run there."""
        return next((case for case in self.cold if (case.task, case.home) == (task, home)), None)

    def run(self, task: str, home: str) -> Run:
        """Return what a task took in a home where it was run, and did not fail."""
        return next(case.run for case in self.cold if (case.task, case.home) == (task, home) and case.run)

    def wall(self, task: str, home: str) -> float | None:
        """Return the seconds that a task took in a home, if it was run there."""
        case = self.find(task, home)
        return case.run.wall if case and case.run else None


def main(sizes: Collection[str] = ("2.5e4", "2e5"), *, write: bool = False) -> None:
    """Measure projects of some sizes and print the tables; exit with 1 if a claim does not hold."""
    measured = []
    with tempfile.TemporaryDirectory() as temporary, open_projects(sizes) as projects:
        for name, project in projects:
            print(f"### {name} quads\n", flush=True)
            measured.append(measure_size(name, project, Path(temporary) / name))
            for block in render_blocks(measured[-1:]).values():
                print(block, flush=True)
    if len(measured) > 1:
        print(f"### How it grows\n\n{tabulate_cold(measured)}\n{tabulate_homes(measured)}", flush=True)
    if write:
        write_page(render_blocks(measured))
    failing = [claim for size in measured for claim in check_claims(size)]
    if failing:
        sys.exit("not as claimed:\n" + "\n".join(failing))


def measure_size(name: str, project: Project, folder: Path) -> Size:
    """Return what was measured of a project, with the servers up that are installed."""
    size, runs, dumps, cache = Size(name, project), FEWER_RUNS[name], folder / "dumps", folder / "cache"
    folder.mkdir()
    size.cold += measure_files(project, dumps, runs)
    with ExitStack() as stack:
        started = [stack.enter_context(start_server(server, folder / server, dumps)) for server in SERVERS]
        servers = [server for server in started if server is not None]
        if name == RDFLIB_COLD:
            size.cold += measure_rdflib(project, runs)
        size.cold += measure_questions(project, cache, servers, RUNS[name])
        size.cold += measure_commands(project, cache, servers, folder, runs, has_page=name in PAGE_SIZES)
        homes = {"memory": ("memory", "-"), "compiled": ("compiled", str(cache))}
        homes |= {server.name: ("remote", server.url) for server in servers}
        if name == RDFLIB_WARM:
            homes["rdflib"] = ("rdflib", "-")
        for home, (kind, place) in homes.items():
            if kind != "compiled" or any(cache.glob("*/manifest.json")):
                size.warm[home] = _ask_warm(kind, project, place)
                size.peaks[home] = size.warm[home]["peak"]
        size.peaks |= {server.name: server.read_peak() for server in servers}
    size.quads = size.warm["memory"]["quads"]
    return size


def _ask_warm(kind: str, project: Project, place: str) -> dict[str, Any]:
    found = measure([sys.executable, "-m", "benchmarks.warm_questions", kind, project.root, place])
    parsed: dict[str, Any] = json.loads(found.said)
    return parsed


def tabulate_cold(sizes: list[Size]) -> str:
    """Return seconds and memory of whole processes, for each size, and how the seconds grow."""
    pairs = list(dict.fromkeys((case.task, case.home) for size in sizes for case in size.cold))
    columns = ["command", "graph"]
    for size in sizes:
        columns += [f"{size.quads:,} quads: s", "MiB", f"× {SCRIPT.split()[-1]}"]
    rows = []
    for task, home in pairs:
        row: list[str | float | None] = [task, home]
        for size in sizes:
            case, wall, peer = size.find(task, home), size.wall(task, home), size.wall(task, SCRIPT)
            row += [wall, round(case.run.peak)] if case and case.run else ["fails" if case else None, None]
            row.append(wall / peer if wall and peer and home != SCRIPT else None)
        if len(sizes) > 1:
            points = [(size.quads, size.wall(task, home)) for size in sizes]
            known = [(quads, seconds) for quads, seconds in points if seconds]
            row.append(compute_exponent(known[0], known[-1]) if len(known) > 1 else None)
        rows.append(tuple(row))
    return make_table((*columns, *(["grows with the power"] if len(sizes) > 1 else [])), rows)


def tabulate_warm(size: Size) -> str:
    """Return the milliseconds of each question in each home, beside the bare engine, and what rdflib takes."""
    homes = [home for home in size.warm if home != "rdflib"]
    columns = ["question", "rows"]
    for home in homes:
        columns += [f"{home}: ms", "× query alone", *(["× same queries"] if home in ("memory", "compiled") else [])]
    rows = []
    for name, first in size.warm["memory"]["questions"].items():
        row: list[str | float | int | None] = [name, first["rows"]]
        for home in homes:
            answer = size.warm[home]["questions"].get(name, {"failed": "it was left out"})
            ratios = ["body", *(["all"] if home in ("memory", "compiled") else [])]
            if "failed" in answer:
                row += ["fails", *(None for _ in ratios)]
                continue
            differs = "" if answer["digest"] == first["digest"] else " (differs)"
            row += [1000 * answer["whole"] if not differs else f"{1000 * answer['whole']:.2g}{differs}"]
            row += [answer["whole"] / answer[ratio] for ratio in ratios]
        rows.append(tuple(row))
    medians: list[str | float | int | None] = ["median of the ratios", None]
    for home in homes:
        medians += [
            None,
            _median(size, home, "body"),
            *([_median(size, home, "all")] if home in ("memory", "compiled") else []),
        ]
    return make_table(tuple(columns), [*rows, tuple(medians)])


def _list_ratios(size: Size, home: str, peer: str) -> dict[str, float]:
    answers = size.warm[home]["questions"]
    return {name: answer["whole"] / answer[peer] for name, answer in answers.items() if "failed" not in answer}


def _median(size: Size, home: str, peer: str) -> float:
    return statistics.median(_list_ratios(size, home, peer).values())


def tabulate_rdflib(size: Size) -> str:
    """Return what the same answer costs with rdflib, and the query of the question alone."""
    rows = []
    for name, answer in size.warm["rdflib"]["questions"].items():
        ours = size.warm["memory"]["questions"][name]
        row: list[str | float] = [name]
        for figure, peer in (("whole", "all"), ("body", "body")):
            over, seconds = "" if answer[peer] else "over ", answer[peer] or LIMIT
            row += [ours[figure], f"{over}{show_number(seconds)}", f"{over}{show_number(seconds / ours[figure])}"]
        rows.append(tuple(row))
    columns = ("answer: mhgraph in memory, s", "rdflib, s", "times", "query alone: pyoxigraph, s", "rdflib, s", "times")
    return make_table(("question", *columns), rows)


def tabulate_homes(sizes: list[Size]) -> str:
    """Return what opening a graph takes in each home, and the memory of the process that holds it."""
    homes = list(dict.fromkeys(home for size in sizes for home in size.warm))
    columns = ("graph", *(text for size in sizes for text in (f"{size.quads:,} quads: opened in s", "MiB")))
    rows = []
    for home in homes:
        row: list[str | float | None] = [home]
        for size in sizes:
            row += [size.warm[home]["loaded"], round(size.peaks[home])] if home in size.warm else [None, None]
        rows.append(tuple(row))
    return make_table(columns, rows)


def check_claims(size: Size) -> Iterator[str]:
    """Yield what is not as claimed."""
    yield from _check_cold(size)
    yield from _check_warm(size)
    yield from _check_answers(size)


def _check_cold(size: Size) -> Iterator[str]:
    if size.name not in COLD_BOUNDS:
        return
    for name in QUESTIONS:
        bound = (GROWING_BOUNDS if name == GROWING else COLD_BOUNDS)[size.name]
        ratio = size.run(f"query {name}", COMPILED).wall / size.run(f"query {name}", SCRIPT).wall
        if ratio > bound:
            yield f"{size.name}, {name}: compiled, {ratio:.2f} times the script"
    loaded, compiling = (size.run(f"query {FIRST}", home) for home in (LOADED, COMPILING))
    if compiling.answered > ANSWER_BOUND * loaded.answered:
        yield f"{size.name}: the answer comes after {compiling.answered / loaded.answered:.2f}"
    if compiling.wall > END_BOUND * loaded.wall:
        yield f"{size.name}: compiling ends after {compiling.wall / loaded.wall:.2f}"


def _check_warm(size: Size) -> Iterator[str]:
    if size.name == WARM_SIZE:
        for home, (median, most) in WARM_BOUNDS.items():
            ratios = _list_ratios(size, home, "all")
            if statistics.median(ratios.values()) > median or max(ratios.values()) > most:
                slowest = max(ratios, key=lambda name: ratios[name])
                yield f"{home}: median {statistics.median(ratios.values()):.2f}, {slowest} {ratios[slowest]:.2f}"


def _check_answers(size: Size) -> Iterator[str]:
    for name, answer in size.warm["memory"]["questions"].items():
        most = FIRST_CALLS + max(0, -(-(answer["rows"] - BATCH) // BATCH)) * FURTHER_CALLS
        if size.name == CALLS_SIZE and answer["calls"] > most:
            yield f"{size.name}, {name}: {answer['calls']} calls for {answer['rows']} rows"
        for home in size.warm:
            other = size.warm[home]["questions"].get(name, {})
            is_known = (home, name, size.name) in WRONG
            if "digest" in other and other["digest"] != answer["digest"] and not is_known:
                yield f"{size.name}, {name}: another answer on {home}"
            if home == "rdflib" and other and (other["all"] or LIMIT) < RDFLIB_BOUND * answer["whole"]:
                yield f"{size.name}, {name}: rdflib is not {RDFLIB_BOUND} times slower"


def render_blocks(sizes: list[Size]) -> dict[str, str]:
    """Return the tables of the page by the name of their place."""
    blocks = {"machine": describe_machine(sizes), "commands": tabulate_cold(sizes), "homes": tabulate_homes(sizes)}
    blocks |= {f"questions {size.name}": tabulate_warm(size) for size in sizes}
    asked = [size for size in sizes if "rdflib" in size.warm]
    return blocks | ({"rdflib": tabulate_rdflib(asked[-1])} if asked else {})


def describe_machine(sizes: list[Size]) -> str:
    """Return on what it was measured, and how large the projects are."""
    import pyoxigraph
    import rdflib

    versions = f"Python {platform.python_version()}, pyoxigraph {pyoxigraph.__version__}, rdflib {rdflib.__version__}"
    lines = [f"- {platform.system()} on {platform.machine()}, {os.cpu_count()} processors; {versions}\n"]
    for size in sizes:
        files = [*size.project.ontology, *size.project.data]
        megabytes = sum(path.stat().st_size for path in files) / 1e6
        lines.append(f"- {size.quads:,} quads: {len(size.project.sources)} documents, {megabytes:,.1f} MB of files\n")
    return "".join(lines)


def write_page(blocks: dict[str, str]) -> None:
    """Put the tables in their places on the page. What was not measured stays as it was.

    Raises:
        ValueError: the page has no place for a table.
    """
    text = PAGE.read_text(encoding="utf-8")
    for name, block in blocks.items():
        before, begin, rest = text.partition(BEGIN.format(name))
        _, end, after = rest.partition(END)
        if not begin or not end:
            raise ValueError(f"{PAGE} has no place for {name!r}")
        text = f"{before}{begin}\n{block}\n{end}{after}"
    PAGE.write_text(text, encoding="utf-8")
