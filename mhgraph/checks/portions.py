"""What is validated together: each source by itself, each judgement with the sources that it rests on.

So no document can make another's file invalid. Entity files and ontology are validated once by themselves; a source is
seen with what it names of them, and with what that refers to in turn, which is all that the shapes look at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from mhgraph.graph import load_graph
from mhgraph.model import ABOVE, RESTS_ON
from mhgraph.namespaces import MH, SKOS, SOURCE
from mhgraph.project.statements import Iri, ParsedProject, ProjectFile, Statement

_RELATED = NamedNode(f"{SKOS}related")
_BASE = ("ontology", "dataset", "entities")


@dataclass(frozen=True)
class Portion:
    """Files that are validated together, and what is looked at: the names in `statements`, or all if `focus` is empty.

    `file` is the one whose faults are looked for, None for entity files and ontology; `within` are the sources that a
    judgement is seen with, whose own faults are told elsewhere.
    """

    parsed: ParsedProject
    statements: list[Statement]
    focus: frozenset[Iri] = frozenset()
    file: Path | None = None
    within: frozenset[Path] = frozenset()

    def flat(self) -> bytes:
        """Return the flat view of these files, in names as written, as N-Triples."""
        return load_graph(self.parsed, merge=False).flat()


def divide(parsed: ParsedProject) -> Iterator[Portion]:
    """Yield the portions of a project: entity files and ontology first, then sources, then judgements."""
    base = parsed.of(*_BASE)
    yield Portion(parsed.portion(base), [statement for file in base for statement in file.statements])
    sources = {file.source: file for file in parsed.of("sources")}
    reach = _Reach(base)
    for file in sources.values():
        whole = parsed.portion([*reach.files(file.quads), file])
        yield Portion(whole, file.statements, reach.focus(file.statements), file.path)
    for file in parsed.of("judgements"):
        for keys, quads, statements in _by_premises(file):
            within = [sources[key] for key in sorted(keys) if key in sources]
            own = ProjectFile(file.path, file.role, file.data, file.text, quads)
            known = reach.files([*quads, *(quad for source in within for quad in source.quads)])
            paths = frozenset(source.path for source in within)
            yield Portion(parsed.portion([*known, *within, own]), statements, reach.focus(statements), file.path, paths)


def _by_premises(file: ProjectFile) -> Iterator[tuple[frozenset[Iri], list[Quad], list[Statement]]]:
    """Yield the judgements of a file that rest on the same sources, with what the file says of itself."""
    sources: defaultdict[Iri, set[Iri]] = defaultdict(set)
    for statement in file.statements:
        if statement.predicate == RESTS_ON and not statement.graph and statement.value.startswith(SOURCE):
            sources[statement.subject].add(statement.value.partition("#")[0])
    groups: defaultdict[frozenset[Iri], list[Statement]] = defaultdict(list)
    judgements = {statement.graph or statement.subject for statement in file.statements if statement.graph} | set(
        sources
    )
    common = []
    for statement in file.statements:
        thing = statement.graph or statement.subject
        if thing in judgements:
            groups[frozenset(sources[thing])].append(statement)
        else:
            common.append(statement)
    for keys, statements in groups.items() or [(frozenset[Iri](), [])]:
        listed = [*common, *statements]
        yield keys, [statement.quad for statement in listed], listed


class _Reach:
    """What entity files and vocabularies say of some names, of what that refers to, and so on."""

    def __init__(self, base: list[ProjectFile]) -> None:
        self._base = base
        self._about: defaultdict[Iri, list[tuple[int, Quad]]] = defaultdict(list)
        self._always: list[tuple[int, Quad]] = []
        for place, file in enumerate(base):
            for quad in file.quads:
                if quad.predicate in ABOVE:
                    self._always.append((place, quad))
                elif isinstance(quad.subject, NamedNode) and not _is_term(quad.subject):
                    self._about[quad.subject.value].append((place, quad))

    def focus(self, statements: Iterable[Statement]) -> frozenset[Iri]:
        """Return what some statements tell something of; what is only named, and declared here, is looked at here."""
        told, named = set[Iri](), set[Iri]()
        for statement in statements:
            named.update(statement.names)
            told.update(statement.names[:1] if isinstance(statement.quad.subject, NamedNode) else ())
        return frozenset(name for name in named if name in told or name not in self._about)

    def files(self, quads: Iterable[Quad]) -> list[ProjectFile]:
        """Return the files with what is reached from the names in some quads; the order of classes is always there.

        Related concepts are reached from what the quads tell something of, and no further.
        """
        found: Mapping[int, list[Quad]] = {place: [] for place in range(len(self._base))}
        for place, quad in self._always:
            found[place].append(quad)
        told, waiting, seen = set[Iri](), set[Iri](), set[Iri]()
        for quad in quads:
            told.update(term.value for term in (quad.subject,) if isinstance(term, NamedNode))
            waiting.update(term.value for term in (quad.object,) if isinstance(term, NamedNode))
        waiting |= told
        while waiting:
            name = waiting.pop()
            seen.add(name)
            for place, quad in self._about.get(name, ()):
                found[place].append(quad)
                value = quad.object
                follows = quad.predicate != _RELATED or name in told
                if follows and isinstance(value, NamedNode) and not _is_term(value) and value.value not in seen:
                    waiting.add(value.value)
        return [
            ProjectFile(file.path, file.role, file.data, file.text, found[place])
            for place, file in enumerate(self._base)
            if found[place]
        ]


def _is_term(name: NamedNode) -> bool:
    return name.value.startswith(MH)
