"""What a command did, as parts of text that can be compared line by line: its output, and each file that it wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from tools.compare.cases import Case
from tools.compare.facts import BASE

Parts = dict[str, str]
"""Name of a part → its text. The part of what is printed is called ``."""

ONTOLOGY = " (ontology)"
"""What the name of a part ends in that holds the triples about the ontology's own terms."""
_FORMATS = {
    ".ttl": RdfFormat.TURTLE,
    ".trig": RdfFormat.TRIG,
    ".nq": RdfFormat.N_QUADS,
    ".jsonld": RdfFormat.JSON_LD,
}
_TRACEBACK = "Traceback (most recent call last):"
_RULE = f"{BASE}rule/"
_EMBEDDED = re.compile(r'<script type="application/json" id="([\w-]+)">(.*?)</script>', re.DOTALL)


def read_outcome(case: Case, printed: tuple[int, str, str], folder: Path, hidden: Mapping[str, str]) -> Parts:
    """Return the parts of a case: what was printed, and what was written into `folder`.

    `hidden` maps texts that differ by place, such as folders, to what stands for them. Where quads or a
    page are compared, what went to standard output does not count, for sizes of files stand in it.
    """
    code, output, errors = printed
    shown = output if case.reads in ("output", "files") else ""
    text = f"exit code {code}\n{shown}" + "".join(f"stderr: {line}\n" for line in _without_frames(errors))
    for place, name in hidden.items():
        text = text.replace(place, name)
    parts = {"": text}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        if case.reads == "quads":
            parts[name] = read_quads(path) if path.suffix in _FORMATS else _readable(path)
        elif case.reads == "page":
            parts |= {f"{name} {key}": value for key, value in _embedded(path).items()}
        else:
            parts[name] = _readable(path)
    return parts


def _without_frames(errors: str) -> list[str]:
    """Return the lines of standard error, without the frames of a traceback: those of the driver stand in it, too."""
    lines = errors.splitlines()
    return [line for line in lines if not line.startswith(" ")] if _TRACEBACK in lines else lines


def read_quads(path: Path) -> str:
    """Return the quads of a dump as sorted lines of N-Quads, each once, with what is inferred in one graph a rule.

    Raises SyntaxError if the file does not parse.
    """
    flat = (_without_digest(quad) for quad in parse(path=str(path), format=_FORMATS[path.suffix]))
    return "".join(sorted({f"{quad} .\n" for quad in flat if quad is not None}))


def _without_digest(quad: Quad) -> Quad | None:
    """Return a quad with the graph of a conclusion named by its rule alone, None for a description of such a graph."""
    subject, graph = quad.subject, quad.graph_name
    if isinstance(subject, NamedNode) and subject.value.startswith(_RULE) and "#" in subject.value:
        return None
    if isinstance(graph, DefaultGraph) or not graph.value.startswith(_RULE):
        return quad
    return Quad(subject, quad.predicate, quad.object, NamedNode(graph.value.partition("#")[0]))


def ontology_subjects(folder: Path) -> set[str]:
    """Return the subjects of a project's ontology files, as N-Quads writes them."""
    files = sorted(folder.rglob("*.ttl"))
    return {str(quad.subject) for path in files for quad in parse(path=str(path), format=RdfFormat.TURTLE)}


def split_ontology(parts: Parts, subjects: set[str]) -> Parts:
    r"""Return the parts of a dump, each in two: statements about the ontology's own terms stand in a part of their own.

    >>> split_ontology({"a.nq": "<x:t> <x:p> 1 .\n<x:e> <x:p> 1 .\n"}, {"<x:t>"})
    {'a.nq': '<x:e> <x:p> 1 .\n', 'a.nq (ontology)': '<x:t> <x:p> 1 .\n'}
    """
    split: Parts = {}
    for name, text in parts.items():
        if not name:
            split[name] = text
            continue
        lines: dict[bool, list[str]] = {True: [], False: []}
        for line in text.splitlines(keepends=True):
            lines[line.partition(" ")[0] in subjects].append(line)
        split |= {name: "".join(lines[False]), f"{name}{ONTOLOGY}": "".join(lines[True])}
    return split


def _embedded(path: Path) -> Parts:
    """Return the data of a page, one part for each key of each JSON script in it."""
    found: Parts = {}
    for name, text in _EMBEDDED.findall(path.read_text(encoding="utf-8")):
        value = json.loads(text)
        entries = value.items() if isinstance(value, dict) else [("", value)]
        found |= {f"{name}.{key}": _pretty(entry) for key, entry in entries}
    return found or {"no data": ""}


def _readable(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".cyjs", ".json"):
        return _pretty(json.loads(text))
    return text


def _pretty(value: Any) -> str:
    """Return JSON with a line for each entry of a list or mapping, and no more: as many lines as there are things."""
    if isinstance(value, dict) and value:
        return "".join(f"{json.dumps(key)}: {_line(entry)}\n" for key, entry in sorted(value.items()))
    if isinstance(value, list) and value:
        return "".join(f"{_line(entry)}\n" for entry in value)
    return f"{_line(value)}\n"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
