"""What is validated together: each source by itself, each judgement with the sources that it rests on.

So no document can make another's file invalid. Entity files and ontology are validated once by themselves; a source is
seen with what it names of them, and with what that refers to in turn, which is all that the shapes look at.

Where every shape and rule is ours, more is known of what they look at: they look ahead only, from a thing to what it
refers to, and never at the words of another thing. So a judgement is seen likewise with what it names of its sources,
and what nobody looks at is seen without its words. Other shapes get all of it. Tests hold ours to that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from mhgraph.graph.build import flat_view
from mhgraph.graph.rules import Rule, load_rules
from mhgraph.model import ABOVE, RESTS_ON, SAYS
from mhgraph.namespaces import MH, SKOS, SOURCE
from mhgraph.project.statements import Iri, ParsedProject, ProjectFile, Statement
from mhgraph.rdf.terms import DEFAULT, LABEL

_RELATED = NamedNode(f"{SKOS}related")
_BASE = ("ontology", "dataset", "entities")
WORDS = frozenset(
    {LABEL, SAYS, *(NamedNode(f"{SKOS}{name}") for name in ("prefLabel", "altLabel", "hiddenLabel", "definition"))}
)
"""What things are called, and what they say: half of all that is said of what is declared."""


@dataclass(frozen=True, eq=False)
class Portion:
    """Files that are validated together, and what is looked at: the names in `own`, or all if `focus` is empty.

    `own` are the places of statements in files: those whose faults are looked for. `file` is the one they stand in,
    None for entity files and ontology; `parts` are the portions that it is seen with, whose own faults are told
    elsewhere; `rules` are those of the project.
    """

    parsed: ParsedProject
    own: Sequence[tuple[ProjectFile, Sequence[int]]]
    focus: frozenset[Iri] = frozenset()
    file: Path | None = None
    parts: tuple[Portion, ...] = ()
    rules: Sequence[Rule] = ()

    @cached_property
    def statements(self) -> list[Statement]:
        """The statements whose faults are looked for; where they stand is only worked out if there is one."""
        return [file.statements[place] for file, places in self.own for place in places]

    def flat(self) -> bytes:
        """Return the flat view of these files, in names as written, as N-Triples."""
        return flat_view(self.parsed, self.rules)


def divide(parsed: ParsedProject, wanted: Collection[Path] = (), *, looks_ahead: bool = False) -> Iterator[Portion]:
    """Yield the portions of a project: entity files and ontology first, then sources, then judgements.

    With `wanted`, only the sources and judgements of these files; of what is declared, only what these files name, if
    an entity file is among them. `looks_ahead` tells that from a thing the shapes only look at what is said of it, and
    of what that refers to, and so on, and at no words but its own. Raises what `load_rules` raises.
    """
    base = parsed.of(*_BASE)
    rules = load_rules(parsed.project.rules)
    chosen = [_whole(file) for file in base if not wanted or file.path in wanted]
    declared = Portion(parsed.portion(base), chosen, rules=rules)
    if not wanted:
        yield declared
    elif chosen:
        focus = frozenset(name for file, _ in chosen for quad in file.quads for name in _names(quad))
        yield Portion(declared.parsed, chosen, focus, rules=rules)
    is_narrow = looks_ahead and all(rule.is_released for rule in rules)
    reach = _Reach(base, rules, with_words=not is_narrow)
    made: dict[Path, Portion] = {}

    def of_source(file: ProjectFile) -> Portion:
        if file.path not in made:
            whole = parsed.portion([*reach.files(file.quads), file])
            focus = reach.focus(file.quads)
            made[file.path] = Portion(whole, [_whole(file)], focus, file.path, (declared,), rules)
        return made[file.path]

    yield from (of_source(file) for file in parsed.of("sources") if not wanted or file.path in wanted)
    judgements = [file for file in parsed.of("judgements") if not wanted or file.path in wanted]
    sources = {file.source: file for file in parsed.of("sources") if judgements}
    for file in judgements:
        for keys, places in _by_premises(file):
            quads = [file.quads[place] for place in places]
            within = [sources[key] for key in sorted(keys) if key in sources]
            if is_narrow:
                seen = reach.files(quads, within)
            else:
                seen = [*reach.files([*quads, *(quad for source in within for quad in source.quads)]), *within]
            parts = (declared, *map(of_source, within))
            together = parsed.portion([*seen, file.narrowed(quads)])
            yield Portion(together, [(file, places)], reach.focus(quads), file.path, parts, rules)


def _whole(file: ProjectFile) -> tuple[ProjectFile, Sequence[int]]:
    return file, range(len(file.quads))


def _by_premises(file: ProjectFile) -> Iterator[tuple[frozenset[Iri], list[int]]]:
    """Yield the places of the judgements of a file that rest on the same sources, with what the file says of itself."""
    sources: defaultdict[object, set[Iri]] = defaultdict(set)
    for quad in file.quads:
        premise = getattr(quad.object, "value", "")
        if quad.graph_name != DEFAULT:
            sources[quad.graph_name].update(())
        elif quad.predicate == RESTS_ON and premise.startswith(SOURCE):
            sources[quad.subject].add(premise.partition("#")[0])
    groups: defaultdict[frozenset[Iri], list[int]] = defaultdict(list)
    common: list[int] = []
    for place, quad in enumerate(file.quads):
        thing = quad.subject if quad.graph_name == DEFAULT else quad.graph_name
        (groups[frozenset(sources[thing])] if thing in sources else common).append(place)
    for keys, places in groups.items() or [(frozenset[Iri](), [])]:
        yield keys, [*common, *places]


def _split_names(quads: Collection[Quad]) -> tuple[set[Iri], set[Iri]]:
    """Return what some quads tell something of, and all that they name."""
    subjects, objects = {quad.subject for quad in quads}, {quad.object for quad in quads}
    told = {term.value for term in subjects if isinstance(term, NamedNode)}
    return told, told.union(term.value for term in objects if isinstance(term, NamedNode))


def _names(quad: Quad) -> list[Iri]:
    return [term.value for term in (quad.subject, quad.object) if isinstance(term, NamedNode)]


@dataclass(slots=True)
class _Entry:
    """What some files say of a name, by file, and which names that refers to; `related` are followed in some cases.

    `words` are those of the quads that say what it is called.
    """

    quads: dict[ProjectFile, list[Quad]] = field(default_factory=dict)
    words: dict[ProjectFile, list[Quad]] = field(default_factory=dict)
    refers: set[Iri] = field(default_factory=set)
    related: set[Iri] = field(default_factory=set)

    def add(self, file: ProjectFile, quad: Quad) -> None:
        """Take in a quad of a file."""
        value, predicate = quad.object, quad.predicate
        (self.words if predicate in WORDS else self.quads).setdefault(file, []).append(quad)
        if isinstance(value, NamedNode) and not _is_term(value):
            (self.related if predicate == _RELATED else self.refers).add(value.value)


class _Reach:
    """What entity files, vocabularies and sources say of some names, of what that refers to, and so on."""

    def __init__(self, base: list[ProjectFile], rules: Iterable[Rule], *, with_words: bool) -> None:
        self._with_words = with_words
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

    def focus(self, quads: Collection[Quad]) -> frozenset[Iri]:
        """Return what some quads tell something of; what is only named, and declared here, is looked at here."""
        told, named = _split_names(quads)
        return frozenset(name for name in named if name in told or name not in self._about)

    def files(self, quads: Collection[Quad], sources: Sequence[ProjectFile] = ()) -> list[ProjectFile]:
        """Return the files with what is reached from the names in some quads; the order of classes is always there.

        Of the sources comes what is reached in them. Related concepts are reached from what the quads or the sources
        tell something of, and no further. Without words, only what is looked at has them.
        """
        told, waiting = _split_names(quads)
        looked_at = {name for name in waiting if name in told or name not in self._about}
        within = [self._index(source) for source in sources]
        found = {file: list(always) for file, always in self._always.items()}
        seen = set[Iri]()
        while waiting:
            name = waiting.pop()
            seen.add(name)
            own = [index[name] for index in within if name in index]
            is_told = bool(own) or name in told
            has_words = self._with_words or name in looked_at
            for entry in (*own, *((self._about[name],) if name in self._about else ())):
                for file, said in chain(entry.quads.items(), entry.words.items() if has_words else ()):
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
