"""Each broken input in a forked process with limits of its own, and what is wrong with how it ended."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import NoReturn

import matplotlib

from tools.calls import find_fault
from tools.hostile.mutate import mutate, mutate_header
from tools.hostile.options import list_commands, make_call

TESTS = Path(__file__).resolve().parents[2] / "tests"
PROJECT = TESTS / "project"
SHAPE_TEXT = TESTS / "hostile" / "shape.ttl"
"""The one shape file of the projects that are broken: short, so that a run takes no longer than it must."""
_FONTS = matplotlib.get_cachedir()
"""Where the library for charts keeps its list of fonts, which takes seconds to make and is no output of ours."""
SECONDS = 60.0
MEMORY = 1024 * 2**20

DATA = (
    "data/sources/riverside-launch-notice.trig",
    "data/sources/valley-register-launch.trig",
    "data/sources/valley-review.trig",
    "data/sources/village-health-compact.trig",
    "data/judgements/riverside-launch-notice.trig",
    "data/entities/actor/actor.ttl",
    "data/entities/concept/concept.ttl",
    "data/entities/instrument/instrument.ttl",
    "data/entities/provision/provision.ttl",
)
QUESTION, RULE, SHAPE = "queries/events/events-addressing.rq", "ontology/rules/host-takes-part.rq", "shapes/own.ttl"
TYPED, NOTHING = "-", ""
"""What is broken is standard input; or nothing, and only the call is odd."""
KINDS = {"data": 40, "question": 14, "header": 10, "rule": 8, "shape": 12, "query": 8, "options": 8}
"""What can be broken, with how often it is."""
_ASKED = b"""PREFIX mh: <https://w3id.org/mhgraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/>
SELECT DISTINCT ?event (COUNT(DISTINCT ?who) AS ?number) (CONCAT("a", 'b') AS ?text) WHERE {
  { ?event a/<http://www.w3.org/2000/01/rdf-schema#subClassOf>* mh:Event } UNION { ?event mh:hasTopic [ ] }
  OPTIONAL { ?event ^dcterms:isPartOf|!mh:says ?who . FILTER(?who != ?event && NOT EXISTS { ?who a 1, 2.5, "x"@en }) }
  GRAPH ?g { VALUES (?event ?g) { (UNDEF <http://e/g>) } }
} GROUP BY ?event HAVING (COUNT(?who) >= 0) ORDER BY DESC(?number) LIMIT 5
"""


@dataclass(frozen=True)
class Hostile:
    """One broken input: what is broken (a file of the project, TYPED or NOTHING), its bytes, how, and the command."""

    number: int
    file: str
    data: bytes = field(repr=False)
    how: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """How a broken input ended: an exit code, a signal (negative), or None at the time limit; and what was printed.

    `strays` are the files that it left where nobody told it to write.
    """

    case: Hostile
    code: int | None
    stderr: str
    strays: tuple[str, ...] = ()

    @property
    def fault(self) -> str:
        """What is wrong with it, or ""."""
        if self.code is None:
            return f"still running after {SECONDS:g} seconds"
        if self.code < 0:
            return f"died of {signal.Signals(-self.code).name}"
        if self.strays:
            return f"left {', '.join(self.strays)}"
        # some commands make several remarks on what they found
        return find_fault(self.code, self.stderr, most_lines=None if self.case.file == NOTHING else 1)


def make_inputs(seed: int, count: int, kinds: Mapping[str, int] = KINDS) -> Iterator[Hostile]:
    """Yield broken inputs of some kinds; the same seed gives the same ones, whatever the count."""
    originals = {name: (PROJECT / name).read_bytes() for name in (*DATA, QUESTION, RULE)}
    originals |= {SHAPE: SHAPE_TEXT.read_bytes(), TYPED: _ASKED}
    commands = list_commands(PROJECT)
    for number in range(count):
        random = Random(f"{seed}/{number}")
        kind = random.choices(list(kinds), list(kinds.values()))[0]
        if kind == "options":
            call, stdin = make_call(random, commands)
            yield Hostile(number, NOTHING, stdin, "options", call)
            continue
        files = {"question": QUESTION, "header": random.choice((QUESTION, RULE)), "rule": RULE, "shape": SHAPE}
        file = {**files, "query": TYPED, "data": random.choice(DATA)}[kind]
        how, data = mutate_header(random, originals[file]) if kind == "header" else mutate(random, originals[file])
        yield Hostile(number, file, data, how, ("--root", "{project}", *_choose_command(random, file)))


def _choose_command(random: Random, file: str) -> tuple[str, ...]:
    if file == TYPED:
        return ("sparql", "--seconds", "10", "-")
    if file == QUESTION:
        return random.choice((("query", "events-addressing", "--provision", "vhc-1"), ("query",)))
    if file == RULE:
        return ("stats",)
    if file == SHAPE:
        return random.choice((("validate",), ("validate", "--engine", "pyshacl")))
    return random.choice(
        (("format", "--check"), ("stats",), ("validate",), ("coverage",), ("show", "village-compact-launch"))
    )


class _Slot:
    """A place where one call at a time runs: a project, a folder to work in, and places where nothing belongs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.project, self.work, self._home = folder / "project", folder / "work", folder / "home"
        self._home.mkdir(parents=True)
        self.reset()

    def reset(self) -> None:
        """Make the project and the working folder anew."""
        for made in (self.project, self.work):
            if made.exists():
                shutil.rmtree(made)
        shutil.copytree(PROJECT, self.project, ignore=shutil.ignore_patterns("shapes"))
        (self.project / "shapes").mkdir()
        self.restore(SHAPE)
        self.work.mkdir()
        (self.work / "binary.ttl").write_bytes(bytes(range(256)))
        (self.work / "empty.txt").write_bytes(b"")

    def restore(self, file: str) -> None:
        """Undo what was done to a file; all, if it was NOTHING that was broken."""
        if file == NOTHING:
            self.reset()
        elif file != TYPED:
            shutil.copyfile(SHAPE_TEXT if file == SHAPE else PROJECT / file, self.project / file)

    def prepare(self, case: Hostile) -> None:
        """Put the broken input in its place."""
        on_stdin = case.file in (TYPED, NOTHING)
        (self.folder / "stdin").write_bytes(case.data if on_stdin else b"")
        if not on_stdin:
            (self.project / case.file).write_bytes(case.data)

    def read(self, case: Hostile, code: int | None) -> Result:
        """Return how a call ended that ran here."""
        stderr = (self.folder / "stderr").read_text(encoding="utf-8", errors="replace")
        known = {"project", "work", "home", "stdin", "stdout", "stderr"}
        at_home, told = (
            list(self._home.iterdir()),
            "--install" in case.command,
        )  # to write for the shell, which is there
        strays = [path for path in self.folder.iterdir() if path.name not in known]
        for path in (*strays, *at_home):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        return Result(case, code, stderr, tuple(sorted(path.name for path in (*strays, *([] if told else at_home)))))

    def run_in_child(self, case: Hostile) -> NoReturn:
        """Run the command line as if it had just started, with limits on memory and time; never return."""
        from mhgraph.cli import main

        with Path("/proc/self/statm").open(encoding="ascii") as statm:
            used = int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, used + MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        os.dup2(os.open(self.folder / "stdin", os.O_RDONLY), 0)
        for number, name in ((1, "stdout"), (2, "stderr")):
            os.dup2(os.open(self.folder / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
        sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
        sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False, buffering=1)
        os.chdir(self.work)
        os.environ |= {"HOME": str(self._home), "XDG_CACHE_HOME": str(self._home), "TMPDIR": str(self._home)}
        os.environ["MPLCONFIGDIR"] = _FONTS
        places = {"{project}": str(self.project), "{work}": str(self.work)}
        sys.argv = ["mhgraph", *(_fill(argument, places) for argument in case.command)]
        code: object = 70
        try:
            main()
        except SystemExit as ended:
            code = ended.code
        except BaseException:  # what a user would see as a traceback
            sys.excepthook(*sys.exc_info())
        finally:
            sys.stdout.flush()
            os._exit(code if isinstance(code, int) else 71)


def run_all(cases: Iterator[Hostile], folder: Path, *, jobs: int) -> Iterator[Result]:
    """Run broken inputs in forked processes, `jobs` at a time, and yield how they ended, in the order of their ends.

    Fork from a process that has imported everything and started no thread.
    """
    slots = [_Slot(folder / f"slot{number}") for number in range(jobs)]
    running: dict[int, tuple[Hostile, _Slot, float]] = {}
    for case in cases:
        if not slots:
            yield _finish(running, slots)
        slot = slots.pop()
        slot.prepare(case)
        pid = os.fork()
        if not pid:
            slot.run_in_child(case)
        running[pid] = (case, slot, time.monotonic() + SECONDS)
    while running:
        yield _finish(running, slots)


def _finish(running: dict[int, tuple[Hostile, _Slot, float]], slots: list[_Slot]) -> Result:
    """Wait until one ends, or is killed at its time limit; restore its project."""
    while True:
        for pid, (case, slot, limit) in list(running.items()):
            late = time.monotonic() > limit
            if late:
                os.kill(pid, signal.SIGKILL)
            ended, status = os.waitpid(pid, 0 if late else os.WNOHANG)
            if ended:
                del running[pid]
                result = slot.read(case, None if late else os.waitstatus_to_exitcode(status))
                slot.restore(case.file)
                slots.append(slot)
                return result
        time.sleep(0.002)


def _fill(argument: str, places: Mapping[str, str]) -> str:
    for name, place in places.items():
        argument = argument.replace(name, place)
    return argument
