"""What is validated together: each source by itself, each judgement with the sources that it rests on.

So no document can make another's file invalid. Entity files and ontology are validated once by themselves; a source is
seen with what it names of them, and with what that refers to in turn, which is all that the shapes look at.

Where every shape and rule is ours, more is known of what they look at: they look ahead only, from a thing to what it
refers to, and never at a text of another thing that is in a language. So a judgement is seen likewise with what it
names of its sources, and what nobody looks at has no such texts. Other shapes get the sources and the texts whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad

from mhgraph.graph.build import flat_view
from mhgraph.graph.rules import Rule, load_rules
from mhgraph.model import ABOVE, RESTS_ON
from mhgraph.namespaces import MH, SKOS, SOURCE
from mhgraph.project.statements import Iri, ParsedProject, ProjectFile, Statement

_RELATED = NamedNode(f"{SKOS}related")
_BASE = ("ontology", "dataset", "entities")


@dataclass(frozen=True, eq=False)
class Portion:
    """Files that are validated together, and what is looked at: the names in `statements`, or all if `focus` is empty.

    `file` is the one whose faults are looked for, None for entity files and ontology; `parts` are the portions that it
    is seen with, whose own faults are told elsewhere; `rules` are those of the project.
    """

    parsed: ParsedProject
    statements: list[Statement]
    focus: frozenset[Iri] = frozenset()
    file: Path | None = None
    parts: tuple[Portion, ...] = ()
    rules: Sequence[Rule] = ()

    def flat(self) -> bytes:
        """Return the flat view of these files, in names as written, as N-Triples."""
        return flat_view(self.parsed, self.rules)


def divide(parsed: ParsedProject, wanted: Collection[Path] = (), *, looks_ahead: bool = False) -> Iterator[Portion]:
    """Yield the portions of a project: entity files and ontology first, then sources, then judgements.

    With `wanted`, only the sources and judgements of these files; of what is declared, only what these files name, if
    an entity file is among them. `looks_ahead` tells that from a thing the shapes only look at what is said of it, and
    of what that refers to, and so on, and at no text in a language but its own. Raises what `load_rules` raises.
    """
    base = parsed.of(*_BASE)
    rules = load_rules(parsed.project.rules)
    chosen = [statement for file in base if not wanted or file.path in wanted for statement in file.statements]
    declared = Portion(parsed.portion(base), chosen, rules=rules)
    if not wanted:
        yield declared
    elif chosen:
        focus = frozenset(name for statement in chosen for name in statement.names)
        yield Portion(declared.parsed, chosen, focus, rules=rules)
    is_narrow = looks_ahead and all(rule.is_released for rule in rules)
    reach = _Reach(base, rules, with_texts=not is_narrow)
    made: dict[Path, Portion] = {}

    def of_source(file: ProjectFile) -> Portion:
        if file.path not in made:
            whole = parsed.portion([*reach.files(file.quads), file])
            focus = reach.focus(file.statements)
            made[file.path] = Portion(whole, file.statements, focus, file.path, (declared,), rules)
        return made[file.path]

    yield from (of_source(file) for file in parsed.of("sources") if not wanted or file.path in wanted)
    judgements = [file for file in parsed.of("judgements") if not wanted or file.path in wanted]
    sources = {file.source: file for file in parsed.of("sources") if judgements}
    for file in judgements:
        for keys, quads, statements in _by_premises(file):
            within = [sources[key] for key in sorted(keys) if key in sources]
            own = file.narrowed(quads)
            if is_narrow:
                seen = reach.files(quads, within)
            else:
                seen = [*reach.files(chain(quads, *(source.quads for source in within))), *within]
            parts = (declared, *map(of_source, within))
            yield Portion(parsed.portion([*seen, own]), statements, reach.focus(statements), file.path, parts, rules)


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


@dataclass(slots=True)
class _Entry:
    """What some files say of a name, by file, and which names that refers to; `related` are followed in some cases.

    `texts` are those of the quads that have a text in a language.
    """

    quads: dict[ProjectFile, list[Quad]] = field(default_factory=dict)
    texts: dict[ProjectFile, list[Quad]] = field(default_factory=dict)
    refers: set[Iri] = field(default_factory=set)
    related: set[Iri] = field(default_factory=set)

    def add(self, file: ProjectFile, quad: Quad) -> None:
        """Take in a quad of a file."""
        value = quad.object
        if isinstance(value, Literal) and value.language is not None:
            self.texts.setdefault(file, []).append(quad)
            return
        self.quads.setdefault(file, []).append(quad)
        if isinstance(value, NamedNode) and not _is_term(value):
            (self.related if quad.predicate == _RELATED else self.refers).add(value.value)


class _Reach:
    """What entity files, vocabularies and sources say of some names, of what that refers to, and so on."""

    def __init__(self, base: list[ProjectFile], rules: Iterable[Rule], *, with_texts: bool) -> None:
        self._with_texts = with_texts
        self._joining = {name for rule in rules for name in rule.joining}
        self._always: dict[ProjectFile, list[Quad]] = {}
        self._about: dict[Iri, _Entry] = {}
        self._of_sources: dict[ProjectFile, dict[Iri, _Entry]] = {}
        for file in base:
            for quad in file.quads:
                if quad.predicate in ABOVE:
                    self._always.setdefault(file, []).append(quad)
                elif isinstance(quad.subject, NamedNode) and not _is_term(quad.subject):
                    self._about.setdefault(quad.subject.value, _Entry()).add(file, quad)

    def focus(self, statements: Iterable[Statement]) -> frozenset[Iri]:
        """Return what some statements tell something of; what is only named, and declared here, is looked at here."""
        told, named = set[Iri](), set[Iri]()
        for statement in statements:
            named.update(statement.names)
            told.update(statement.names[:1] if isinstance(statement.quad.subject, NamedNode) else ())
        return frozenset(name for name in named if name in told or name not in self._about)

    def files(self, quads: Iterable[Quad], sources: Sequence[ProjectFile] = ()) -> list[ProjectFile]:
        """Return the files with what is reached from the names in some quads; the order of classes is always there.

        Of the sources comes what is reached in them. Related concepts are reached from what the quads or the sources
        tell something of, and no further. Without texts, only what is looked at has them.
        """
        told, waiting = set[Iri](), set[Iri]()
        for quad in quads:
            told.update(term.value for term in (quad.subject,) if isinstance(term, NamedNode))
            waiting.update(term.value for term in (quad.object,) if isinstance(term, NamedNode))
        waiting |= told
        looked_at = {name for name in waiting if name in told or name not in self._about}
        within = [self._index(source) for source in sources]
        found = {file: list(always) for file, always in self._always.items()}
        seen = set[Iri]()
        while waiting:
            name = waiting.pop()
            seen.add(name)
            own = [index[name] for index in within if name in index]
            is_told = bool(own) or name in told
            has_texts = self._with_texts or name in looked_at
            for entry in (*own, *((self._about[name],) if name in self._about else ())):
                for file, said in chain(entry.quads.items(), entry.texts.items() if has_texts else ()):
                    found.setdefault(file, []).extend(said)
                waiting |= entry.refers - seen
                if is_told:
                    waiting |= entry.related - seen
        return [file.narrowed(found[file]) for file in found]

    def _index(self, source: ProjectFile) -> dict[Iri, _Entry]:
        """Return what a source says by name. A name that rules may join to another refers to it, in both directions."""
        if source not in self._of_sources:
            index: dict[Iri, _Entry] = {}
            for quad in source.quads:
                name, value = quad.subject, quad.object
                if isinstance(name, NamedNode):
                    index.setdefault(name.value, _Entry()).add(source, quad)
                    if quad.predicate in self._joining and isinstance(value, NamedNode) and not _is_term(value):
                        index.setdefault(value.value, _Entry()).refers.add(name.value)
            self._of_sources[source] = index
        return self._of_sources[source]


def _is_term(name: NamedNode) -> bool:
    return name.value.startswith(MH)
