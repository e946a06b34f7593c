"""What follows from the form of a text: its marks name its paragraphs, its verbs tell who asks and who holds what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from pyoxigraph import Literal, NamedNode, Triple

from mhgraph.ingest.draft import Draft, PassageDraft
from mhgraph.ingest.known import Known, key_of
from mhgraph.ingest.marks import Mark
from mhgraph.model import (
    ADDRESSED_TO,
    CONTAINED_IN,
    FORCE,
    IS_HELD_BY,
    ISSUED_BY,
    KIND,
    POSITION,
    PROVISION,
    RECOMMENDATION,
    SAYS,
    STANCE,
    TOPIC,
)
from mhgraph.namespaces import BASE, CONCEPT, SKOS
from mhgraph.project.todo import make_slug, todo_name, todo_text
from mhgraph.rdf.terms import LABEL, PART_OF, TYPE

_NOTATION = NamedNode(f"{SKOS}notation")
_ASKING = frozenset(NamedNode(f"{CONCEPT}force-{name}") for name in ("call", "encouragement"))
"""The forces of whoever opens a sentence by asking; duty, the third of an asking, is in the middle of one."""

_FIRST_WORDS = 3  # "Strongly also urges": what may stand before the verb, "we" among it
_MOST_ADDRESSEE_WORDS = 12
_ADDRESSEE = re.compile(r"(?P<whom>[^,;:]+?)(?:\s(?:to|that|:)\b|[,;:]|$)")
_BULLET = re.compile(r"[•·▪◦‣*–—-]\s")
_ENDING = re.compile(r"(?:ing|ant|ando|iendo|es|e|s|a|o)$")
_KINDS = {"art": "article", "op": "operative-paragraph", "pp": "preambular-paragraph"}
_PROVISIONS = frozenset({"action", "art", "goal", "objective", "op", "para", "pp", "principle", "target"})


@dataclass(frozen=True)
class _Verb:
    """The verb that opens a paragraph: what it shows, and the words behind it."""

    concept: NamedNode
    is_force: bool
    rest: str


@dataclass
class TextTemplate:
    """Writes what follows from the form of a text into a draft: `instrument` is the text, `speaker` speaks in it."""

    draft: Draft
    known: Known
    instrument: NamedNode
    speaker: NamedNode
    _leads: dict[Mark, tuple[PassageDraft, _Verb | None]] = field(default_factory=dict)
    _bulleted: dict[int, tuple[PassageDraft, _Verb | None]] = field(default_factory=dict)
    _provisions: set[Mark] = field(default_factory=set)

    def fill(self) -> None:
        """Name the passages, say which hold no statement and which are read together, and write what is to be said."""
        passages = self.draft.passages
        for place, passage in enumerate(passages):
            following = passages[place + 1] if place + 1 < len(passages) else None
            self._name(passage, following)
            self._find_bullets(passage, passages[place + 1 :])
        self.draft.settle_names()
        for passage in passages:
            self._read_with(passage)
            if passage.nothing is None and not passage.statements and not (passage.mark and passage.mark.kind == "fn"):
                self._write(passage)

    def _find_bullets(self, passage: PassageDraft, following: Sequence[PassageDraft]) -> None:
        """Take a paragraph that ends in a colon as what leads in to the bulleted ones below it."""
        items = list(takewhile(lambda item: item.mark is None and _BULLET.match(item.text), following))
        if passage.text.endswith(":") and items and not passage.statements:
            passage.nothing = "lead-in"
            lead = (passage, self._find_verb(passage))
            self._bulleted.update({item.first: lead for item in items})

    def _name(self, passage: PassageDraft, following: PassageDraft | None) -> None:
        mark = passage.mark
        opens = passage.text.endswith(":") and following is not None and following.mark is not None
        parent = following.mark.parent if opens and following and following.mark else None
        if mark is not None:
            self.draft.name(passage, mark.name, mark.label)
            if mark.is_heading:
                passage.nothing = "heading"
            elif parent == mark:
                passage.nothing = "lead-in"
                self._leads[mark] = (passage, self._find_verb(passage))
        elif parent is not None and not passage.name:
            self.draft.name(passage, f"{parent.name}-lead", f"{parent.label}, lead-in")
            passage.nothing = "lead-in"
            self._leads[parent] = (passage, self._find_verb(passage))
        elif opens and following and following.mark and following.mark.kind == "item" and not passage.name:
            passage.nothing = "lead-in"
            self._leads[Mark("item", (), following.mark.within)] = (passage, self._find_verb(passage))

    def _lead_of(self, passage: PassageDraft) -> tuple[PassageDraft, _Verb | None] | None:
        """Return what leads in to a passage, and the verb there; None if it is no item of a list."""
        mark = passage.mark
        if mark is None:
            return self._bulleted.get(passage.first)
        if mark.kind == "item" and len(mark.places) == 1:
            return self._leads.get(Mark("item", (), mark.within))
        return self._leads.get(mark.parent) if mark.parent else None

    def _read_with(self, passage: PassageDraft) -> None:
        lead = self._lead_of(passage)
        if lead is not None:
            passage.read_with.append(lead[0].name)

    def _write(self, passage: PassageDraft) -> None:
        """Write what the opening verb of a paragraph, or of the words that lead in to it, makes it: or a `says`."""
        mark, lead = passage.mark, self._lead_of(passage)
        verb = self._find_verb(passage) or (lead[1] if lead else None)
        place = self._declare(mark) if mark is not None and mark.kind in _PROVISIONS else None
        slug = f"{self.draft.key}-{make_slug(mark.name if mark else passage.name)}"
        what = mark.label if mark else f"paragraph {passage.first}"
        if verb is not None and verb.is_force and verb.concept in _ASKING:
            thing = NamedNode(f"{BASE}rec/{slug}")
            self._say_uttered(passage, thing, RECOMMENDATION, f"what {what} asks for, in at most twenty words", place)
            passage.say(thing, FORCE, verb.concept)
            passage.say(thing, ISSUED_BY, self.speaker)
            for addressee in self._find_addressees(verb):
                passage.say(thing, ADDRESSED_TO, addressee)
        elif verb is not None and not verb.is_force:
            thing = NamedNode(f"{BASE}position/{slug}")
            self._say_uttered(passage, thing, POSITION, f"what {what} asserts", place)
            passage.say(thing, STANCE, verb.concept)
            passage.say(thing, IS_HELD_BY, self.speaker)
        elif place is not None:
            passage.say(place, SAYS, todo_text(f"what {what} lays down, in one sentence of our own"))
            passage.say(place, FORCE, verb.concept if verb else self._find_force(passage.text))
            passage.filing.append(Triple(place, TOPIC, todo_name("concept")))

    def _say_uttered(
        self, passage: PassageDraft, thing: NamedNode, cls: NamedNode, what: str, place: NamedNode | None
    ) -> None:
        passage.say(thing, TYPE, cls)
        passage.say(thing, LABEL, todo_text(what))
        passage.say(thing, CONTAINED_IN, place or self.instrument)
        passage.filing.append(Triple(thing, TOPIC, todo_name("concept")))

    def _find_verb(self, passage: PassageDraft) -> _Verb | None:
        """Return the verb by which a paragraph asks or asserts: within its first words, its mark left out."""
        words = re.findall(r"\S+", passage.text.removeprefix(passage.mark.printed) if passage.mark else passage.text)
        stems = [_stem(word) for word in words[: _FIRST_WORDS + 4]]
        best: tuple[int, int, _Verb] | None = None
        for is_force, scheme in ((True, "force"), (False, "stance")):
            for phrase, concept in self.known.verbs(scheme):
                wanted = [_stem(word) for word in phrase.split()]
                for start in range(_FIRST_WORDS):
                    if stems[start : start + len(wanted)] == wanted:
                        rank = (start, -len(wanted))
                        verb = _Verb(concept, is_force, " ".join(words[start + len(wanted) :]))
                        if best is None or rank < best[:2]:
                            best = (*rank, verb)
                        break
        return best[2] if best else None

    def _find_force(self, text: str) -> NamedNode:
        """Return the force that the words of a provision show, the first of them; else one that is to be found."""
        found = [
            (match.start(), concept)
            for phrase, concept in self.known.verbs("force")
            if concept not in _ASKING and (match := re.search(rf"\b{re.escape(phrase)}\b", text, re.IGNORECASE))
        ]
        return min(found, key=lambda one: one[0])[1] if found else todo_name("concept")

    def _find_addressees(self, verb: _Verb) -> list[NamedNode]:
        """Return whom the words behind a verb name; nobody is invented where they name none."""
        match = _ADDRESSEE.match(re.sub(r"^(?:up)?on ", "", verb.rest))
        whom = match["whom"] if match else ""
        if not whom or whom.split()[0].lower() == "to" or len(whom.split()) > _MOST_ADDRESSEE_WORDS:
            return []
        kinds = [kind for kind in ("actor", "group", "person", "concept") if kind]
        whole = self.known.resolve(whom, kinds)
        parts = [whom] if whole else re.split(r",\s|\sand\s|\set\s|\sy\s", whom)
        keys = [key_of(part) for part in parts]
        return [self.known.resolve(key, kinds) or todo_name("concept", key) for key in keys if key]

    def _declare(self, mark: Mark) -> NamedNode:
        """Return the provision at a place, declared with all that it is part of."""
        provision = NamedNode(f"{BASE}provision/{self.draft.key}-{_slug_of(mark)}")
        if mark not in self._provisions:
            self._provisions.add(mark)
            whole = self._declare(mark.parent) if mark.parent else self.instrument
            kind = _KINDS.get(mark.kind, "paragraph" if mark.kind == "para" else mark.kind)
            self.draft.declare(
                "provision",
                provision,
                (TYPE, PROVISION),
                (KIND, NamedNode(f"{CONCEPT}provision-{kind}")),
                (PART_OF, whole),
                (_NOTATION, Literal(mark.notation)),
            )
        return provision


def _slug_of(mark: Mark) -> str:
    """Return the place of a provision as its name has it: 31e, 12-2d, annex-3."""
    shown = re.sub(r"\((\d+)\)", r"-\1", mark.notation.lower())
    slug = re.sub(r"[()]", "", shown).replace(".", "-")
    kind = mark.kind if mark.kind not in ("art", "para") else ""
    return "-".join(part for part in (mark.within, kind, slug) if part)


def _stem(word: str) -> str:
    """Return a word without ending, so that "urges", "urging" and "urge" are one."""
    bare = re.sub(r"\W", "", word.lower())
    return _ENDING.sub("", bare) if len(bare) > 4 else bare
