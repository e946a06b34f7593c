"""Each test through everything of ours that reads such a text, and how that ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import Literal

from mhgraph.checks.shacl import parse_shapes
from mhgraph.checks.shapelint import lint
from mhgraph.errors import MhgraphError
from mhgraph.graph import load_graph
from mhgraph.graph.rules import load_rules
from mhgraph.project.canonical import canonical
from mhgraph.project.folders import Project
from mhgraph.project.statements import parse_project
from mhgraph.questions import find_question
from mhgraph.rdf.turtle.parse import parse_dump
from tools.calls import call
from tools.w3c.known import KNOWN, ON_PURPOSE
from tools.w3c.suites import Case

_BASE = "@base <http://example.org/base/> .\n"
_HEADER = """\
#+ question: {en: "Which?", fr: "Lesquels ?", es: "¿Cuáles?"}
#+ columns: [{name: s, description: Some thing.}]
"""
"""The suites leave out the base, which is the address of the file; a file of ours has none."""


class Verdict(NamedTuple):
    """How a test ended: `fault` is what must not be ("" if nothing), `refusal` the line with which it was refused."""

    case: Case
    fault: str
    refusal: str

    @property
    def agrees(self) -> bool:
        """Whether the text was taken or refused as the suite wants it, or it is known why not."""
        return (self.refusal == "") == self.case.is_positive or self.reason != ""

    @property
    def reason(self) -> str:
        """Why it is not taken, or not refused, if that is known; "" otherwise."""
        if self.refusal:
            return next(
                (why for says, why in ON_PURPOSE.items() if says in self.refusal), KNOWN.get(self.case.name, "")
            )
        return KNOWN.get(self.case.name, "")

    @property
    def is_known_disagreement(self) -> bool:
        """Whether the engine does not do what the test wants, and is known for it."""
        return (self.refusal == "") != self.case.is_positive and self.reason == KNOWN.get(self.case.name)


def make_project(root: Path) -> Path:
    """Make the smallest project at a path, and return it: loading it takes no time."""
    for folder in ("ontology/rules", "data", "queries", "shapes", "input"):
        (root / folder).mkdir(parents=True)
    (root / "ontology" / "mhgraph.ttl").write_text("", encoding="utf-8")
    return root


def run_all(cases: Iterable[Case], root: Path) -> Iterator[Verdict]:
    """Yield how each test ended, in a project made at `root`."""
    make_project(root)
    for case in cases:
        yield run_case(case, root)


def summarize(verdicts: Iterable[Verdict]) -> str:
    """Return a line on what ran, and a line for each test that did not end as it should."""
    listed = list(verdicts)
    kinds = Counter(f"{verdict.case.kind} {'taken' if not verdict.refusal else 'refused'}" for verdict in listed)
    known = Counter(verdict.reason for verdict in listed if (verdict.refusal == "") != verdict.case.is_positive)
    lines = [f"{verdict.case.name}: {verdict.fault}" for verdict in listed if verdict.fault]
    lines += [
        f"{verdict.case.name}: {'should be refused' if not verdict.refusal else verdict.refusal}"
        for verdict in listed
        if not verdict.agrees
    ]
    lines += [f"known, {count} times: {reason}" for reason, count in sorted(known.items()) if reason]
    faults = sum(verdict.fault != "" for verdict in listed)
    unknown = sum(not verdict.agrees for verdict in listed)
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    return "\n".join([*lines, f"{len(listed)} tests: {faults} faults, {unknown} verdicts not as expected; {counts}"])


def run_case(case: Case, root: Path) -> Verdict:
    """Return how a test ended, in a project of `make_project`."""
    return _run_query(case, root) if case.kind in ("query", "update") else _run_data(case, root)


def _run_query(case: Case, root: Path) -> Verdict:
    """Ask a query as one that was typed, and read it as a canned question, a rule and a constraint."""
    data = f"BASE {_BASE.split()[1]}\n".encode() + case.file.read_bytes()
    ended = call(["--root", str(root), "sparql", "-"], data)
    fault, refusal = ended.fault, ended.stderr.strip() if ended.code == 2 else ""
    text = data.decode(errors="replace")
    for read in (_read_question, _read_rule, _read_shape):
        fault = fault or read(text, root)
    if case.kind == "update":  # a query is asked for; that an update is refused is what the project wants
        return Verdict(case._replace(is_positive=False), fault, refusal)
    return Verdict(case, fault, refusal)


def _run_data(case: Case, root: Path) -> Verdict:
    """Parse a file of data, write it in the canonical form, and bring it before `mhgraph format`."""
    text = case.file.read_bytes()
    path = root / "input" / f"case{case.kind}"
    path.write_bytes(_BASE.encode() + text if case.kind in (".ttl", ".trig") else text)
    refusal, fault = "", ""
    try:
        canonical(parse_dump(path))
    except MhgraphError as error:
        refusal = str(error)
    except Exception as error:
        fault = f"a traceback: {error!r}"
    if case.kind in (".ttl", ".trig"):
        fault = fault or call(["--root", str(root), "format", "--check", str(path)]).fault
    return Verdict(case, fault, refusal)


def _read_question(text: str, root: Path) -> str:
    return _read(root / "queries" / "case.rq", f"{_HEADER}{text}", _load_question)


def _load_question(path: Path) -> object:
    return find_question(Project(path.parents[1]), path.stem)


def _read_rule(text: str, root: Path) -> str:
    return _read(root / "ontology" / "rules" / "case.rq", f"#+ label: A rule.\n{text}", lambda path: load_rules([path]))


def _read_shape(text: str, root: Path) -> str:
    project = Project(root)
    shape = "<http://example.org/s> a sh:NodeShape ; sh:targetClass <http://example.org/c> ; sh:sparql [ sh:select "
    head = "@prefix sh: <http://www.w3.org/ns/shacl#> .\n"

    def check(_: Path) -> None:
        parsed = parse_project(project)
        lint(parse_shapes(project), parsed, load_graph(parsed))

    return _read(root / "shapes" / "case.ttl", f"{head}{shape}{Literal(text)} ] .\n", check)


def _read(path: Path, text: str, read: Callable[[Path], object]) -> str:
    """Return what is wrong with how a file is read, which must be taken, or refused with one of our errors."""
    path.write_text(text, encoding="utf-8", newline="")
    try:
        read(path)
    except MhgraphError as error:
        return "" if "\n" not in str(error) else "an error of several lines"
    except Exception as error:
        return f"a traceback: {error!r} in {path.name}"
    finally:
        path.unlink()
    return ""
