"""A new source file: the source, its capture, its passages, and what follows from the kind of page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from mhgraph import bounds
from mhgraph.errors import CapturedAlready, InvalidValue, TargetExists
from mhgraph.files import clear_leftovers, read_text, write_files
from mhgraph.graph import BaseGraph, load_graph
from mhgraph.graph.labels import short_name
from mhgraph.ingest.designations import name_provisions
from mhgraph.ingest.draft import FIRST_CAPTURE, Draft, make_passages
from mhgraph.ingest.event_template import EventTemplate
from mhgraph.ingest.formatting import designate_provisions
from mhgraph.ingest.hints import find_menus, furniture_reason
from mhgraph.ingest.known import Known, key_of
from mhgraph.ingest.list_template import ListTemplate
from mhgraph.ingest.marks import read_marks
from mhgraph.ingest.sheets import Sheet, align_sheet, read_rows
from mhgraph.ingest.text_template import TextTemplate
from mhgraph.model import (
    CAPTURE,
    CURATION_DATE,
    CURATION_METHOD,
    DIGEST,
    EVENT,
    EXTENT,
    INSTRUMENT,
    IS_CAPTURE_OF,
    IS_READ_BY,
    ISSUED_BY,
    KIND,
    LOST_FIELD,
    SOURCE_CLASS,
    SOURCE_OF,
    STANDING,
)
from mhgraph.namespaces import BASE, CONCEPT, DCTERMS, PREFIXES, SCHEMA, SOURCE, passage_iri
from mhgraph.project.canonical import canonical
from mhgraph.project.folders import Project
from mhgraph.project.todo import todo_name, todo_text
from mhgraph.rdf.terms import LABEL, TYPE
from mhgraph.rdf.turtle.parse import parse_file, parse_text
from mhgraph.text.characters import drop_hidden
from mhgraph.text.languages import guess_language
from mhgraph.text.passages import digest_paragraph, digest_text, normalise, split_paragraphs

FORMS = ("text", "event", "list")
"""What a page can be taken for: running text with marks, the page of a meeting, a list of meetings or members."""

_WHOLE = NamedNode(f"{CONCEPT}extent-whole")
_PUBLISHER = NamedNode(f"{CONCEPT}standing-publisher")
_CLOSE_READING = NamedNode(f"{CONCEPT}method-close-reading")
_KEY = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*\Z")
_LANGUAGE = re.compile(r"[a-z]{2}\Z")
_LANGUAGES_IN_USE = re.compile(r"sh:languageIn\s*\(([^)]*)\)")
_ADDRESS = re.compile(r"https?://[^\s<>\"{}|^`\\]+\Z")
_TELLING_WORDS = 6  # shorter ones are menus, and stand on every page of a publisher
_MANY_SHARED = 10


@dataclass(frozen=True)
class NewSource:
    """What is known of a document when its file is made: `address` and `publisher` (an IRI) may still be missing.

    `form` is one of FORMS; `whole` (an IRI) is what the members of a list belong to.
    """

    key: str
    title: str
    language: str = "en"
    address: str | None = None
    publisher: str | None = None
    form: str = "text"
    whole: str | None = None

    def cleaned(self) -> NewSource:
        """Return the source with its title as data has it: on one line, without control or invisible characters."""
        return replace(self, title=normalise(drop_hidden(self.title)))

    def require_valid(self) -> None:
        """Check the form of the fields.

        Raises:
            InvalidValue: the key is no slug or is a prefix in use, or title, language, address or form are not what
                they must be.
        """
        if not _KEY.match(self.key) or len(self.key) > bounds.KEY:
            raise InvalidValue("key", self.key, "lower case letters, digits and hyphens, a letter first")
        if self.key in PREFIXES:  # other files write its passages with the key as prefix
            raise InvalidValue("key", self.key, "a name that is no prefix of the project")
        if not self.cleaned().title:
            raise InvalidValue("title", self.title, "the title of the document")
        if len(self.title) > bounds.TITLE:
            raise InvalidValue("title", f"{self.title[:40]}…", f"a title of at most {bounds.TITLE:,} characters")
        if not _LANGUAGE.match(self.language):
            raise InvalidValue("language", self.language, "a code of two letters in lower case, like en")
        if self.address is not None and not (_ADDRESS.match(self.address) and len(self.address) <= bounds.NAME):
            raise InvalidValue("address", self.address, "an address that begins with https://, its spaces encoded")
        if self.form not in FORMS:
            raise InvalidValue("form", self.form, f"one of {', '.join(FORMS)}")


@dataclass(frozen=True)
class WrittenSource:
    """What was written: the paths, the file of the source first, and the draft they were made from."""

    paths: tuple[Path, ...]
    draft: Draft
    paragraphs: list[str] = field(repr=False)
    known: Known = field(repr=False)


def write_source(project: Project, source: NewSource, text: str, sheet: Sheet | None = None) -> WrittenSource:
    """Write the source file of a captured text, and the entity files of what it is the first to name.

    What follows from the form of the page is written, and what is left open has the value TODO. Raises what
    `NewSource.require_valid`, `draft_source`, loading, `parse_text` and `write_files` raise, too, and CapturedAlready
    for a text of which a source has a capture.

    Returns:
        What was written.

    Raises:
        TargetExists: there is a source of that key, or an entity file that would have to be made.
    """
    source.require_valid()
    project.require_writable()
    _require_language(project, source.language)
    data = project.root / "data"
    target = data / "sources" / f"{source.key}.trig"
    project.require_inside(target.parent)
    for folder in (target.parent, *(data / "entities").glob("*")):
        clear_leftovers(folder)
    if target.exists():
        raise TargetExists(target)
    graph = load_graph(project)
    _require_new(graph, text)
    known = Known(graph)
    draft = draft_source(known, source, text, sheet)
    _remark_shared(graph, draft, split_paragraphs(text))
    files = {target: canonical(describe_draft(draft, source, text), key=source.key)}
    computed = name_provisions(
        [
            *(quad for path in project.entities for quad in parse_file(path)),
            *(quad for quads in draft.entities.values() for quad in quads),
        ]
    )
    for kind, quads in sorted(draft.entities.items()):
        path = data / "entities" / kind / f"{source.key}.ttl"
        project.require_inside(path.parent)
        files[path] = canonical(designate_provisions(quads, computed))
        if path.exists() and path.read_bytes() != files[path]:  # the same may be left of a run that was stopped
            raise TargetExists(path)
    for path, content in files.items():
        parse_text(content.decode(), path)  # what a command would refuse, none writes
    write_files(dict(reversed(files.items())))  # the source last: it is there only if all it names is there
    return WrittenSource(tuple(files), draft, split_paragraphs(text), known)


def draft_source(known: Known, source: NewSource, text: str, sheet: Sheet | None = None) -> Draft:
    """Return the draft of a source: its passages, named, and what follows from the form of the page.

    A sheet that is not the text itself gives the cells of rows that the text holds. A passage of a sheet gets no text
    fragment, for the page is another text.

    Raises:
        InvalidValue: the text has no paragraph.
    """
    title = source.cleaned().title
    lines = [line for line in text.split("\n") if normalise(line)]
    paragraphs = split_paragraphs(text)
    if not paragraphs:
        raise InvalidValue("text", "", "a text with at least one paragraph")
    draft = Draft(source.key, source.language, make_passages(paragraphs))
    if title != source.title:
        draft.remarks.append(f"the title is written on one line, without invisible characters: {title}")
    menus = [number for first, last in find_menus(paragraphs) for number in range(first, last + 1)]
    for passage in draft.passages:
        passage.nothing = furniture_reason(passage.text)
        passage.is_linked = passage.first not in menus
        language = guess_language(passage.text)
        passage.language = language if language != source.language else None
    if source.form == "text":
        for passage, mark in zip(draft.passages, read_marks(paragraphs, lines), strict=True):
            passage.mark = mark
        _fill_text(draft, known, source, title)
    elif source.form == "event":
        event = known.resolve(title, ["event"]) or _declare_named(draft, source, "event", EVENT, title)
        draft.about_source.append((SOURCE_OF, event))
        EventTemplate(draft, known, event, title, source.publisher).fill()
    else:
        whole = NamedNode(source.whole) if source.whole else None
        rows = read_rows(lines) if sheet is None else sheet if sheet.is_text else align_sheet(sheet, paragraphs)
        ListTemplate(draft, known, rows, title, source.publisher, whole).fill()
    for passage in draft.passages:
        passage.is_linked = not (sheet and sheet.is_text) and (passage.is_linked or bool(passage.statements))
    return draft


def _fill_text(draft: Draft, known: Known, source: NewSource, title: str) -> None:
    """Write what the title says of the text itself, and what follows from marks and verbs."""
    instrument = known.resolve(title, ["instrument"]) or _declare_named(draft, source, "instrument", INSTRUMENT, title)
    speaker = NamedNode(source.publisher) if source.publisher else todo_name("actor", "publisher")
    draft.about_source.append((SOURCE_OF, instrument))
    claims = [Triple(instrument, KIND, _find_kind(known, title)), Triple(instrument, ISSUED_BY, speaker)]
    titled = next((passage for passage in draft.passages if key_of(passage.text) == key_of(title)), None)
    if titled is None:
        draft.record = claims
        draft.remarks.append("the text does not print the title: what is said of the text stands in :record")
    else:
        draft.name(titled, "title", "title")
        titled.mark, titled.statements = None, claims
    TextTemplate(draft, known, instrument, speaker).fill()


def _find_kind(known: Known, title: str) -> NamedNode:
    """Return the kind of instrument that a title begins or ends with; else one that is to be found."""
    words = title.split()
    for length in (3, 2, 1):
        for part in (words[:length], words[-length:]):
            found = known.concept(" ".join(part), "instrument")
            if found is not None:
                return found
    return todo_name("concept")


def _declare_named(draft: Draft, source: NewSource, kind: str, cls: NamedNode, title: str) -> NamedNode:
    """Return the thing that a title names, declared in an entity file of its own."""
    thing = NamedNode(f"{BASE}{kind}/{source.key}")
    draft.declare(kind, thing, (TYPE, cls), (LABEL, Literal(title, language=source.language)))
    if source.language != "en":
        draft.declare(kind, thing, (LABEL, todo_text("the title in English")))
    return thing


def describe_draft(draft: Draft, source: NewSource, text: str) -> list[Quad]:
    """Return the quads of a source file: source, capture, passages with their graphs.

    Passages get text fragments where the address is known.
    """
    node = NamedNode(f"{SOURCE}{source.key}")
    capture = NamedNode(passage_iri(source.key, FIRST_CAPTURE))
    language = Literal(source.language)
    publisher = NamedNode(source.publisher) if source.publisher else todo_name("actor", "publisher")
    about_source: list[tuple[NamedNode, NamedNode | Literal]] = [
        (TYPE, SOURCE_CLASS),
        (_dcterms("title"), Literal(source.cleaned().title, language=source.language)),
        (_dcterms("language"), language),
        (_dcterms("publisher"), publisher),
        (CURATION_DATE, todo_text("the day on which you have read it, as in 2031-06-01", None)),
        (CURATION_METHOD, _CLOSE_READING),
        (IS_READ_BY, todo_name("concept", "curation-curator")),
        *draft.about_source,
    ]
    about_capture: list[tuple[NamedNode, NamedNode | Literal]] = [
        (TYPE, CAPTURE),
        (IS_CAPTURE_OF, node),
        (EXTENT, _WHOLE),
        (STANDING, _PUBLISHER),
        (_dcterms("language"), language),
        (DIGEST, Literal(digest_text(text))),
        *((LOST_FIELD, Literal(label)) for label in draft.lost_fields),
    ]
    if source.address:
        address = (NamedNode(f"{SCHEMA}url"), NamedNode(source.address))
        about_source.append(address)
        about_capture.append(address)
    paragraphs = split_paragraphs(text)
    return [
        *(Quad(node, predicate, value) for predicate, value in about_source),
        *(Quad(capture, predicate, value) for predicate, value in about_capture),
        *draft.describe_record(),
        *draft.describe_passages(paragraphs, is_linked=bool(source.address)),
    ]


def _require_language(project: Project, language: str) -> None:
    """Refuse a language that the shapes let no title have.

    Raises:
        InvalidValue: no list of languages in the shapes has it.
    """
    lists = (block for path in project.shapes for block in _LANGUAGES_IN_USE.findall(read_text(path)))
    in_use = {code for block in lists for code in re.findall(r'"([a-z]+)"', block)}
    if language not in in_use:
        raise InvalidValue("language", language, "a language in use: add it to shape:in-a-language")


def _require_new(graph: BaseGraph, text: str) -> None:
    """Refuse a text of which a capture is there.

    Raises:
        CapturedAlready: the digest of a capture is that of the text.
    """
    query = f'SELECT ?capture WHERE {{ ?capture a {CAPTURE} ; {DIGEST} "{digest_text(text)}" }}'
    for (capture,) in graph.store.select(query).rows:
        if isinstance(capture, NamedNode):
            raise CapturedAlready(short_name(capture.value))


def _remark_shared(graph: BaseGraph, draft: Draft, paragraphs: Sequence[str]) -> None:
    """Add a remark for each source that has paragraphs of the new text: it may be an older capture of the same page."""
    digests = {digest_paragraph(text) for text in paragraphs if len(text.split()) >= _TELLING_WORDS}
    shared: Counter[str] = Counter()
    for node, digest in graph.store.select(f"SELECT DISTINCT ?x ?digest WHERE {{ ?x {DIGEST} ?digest }}").rows:
        if isinstance(node, NamedNode) and isinstance(digest, Literal) and digest.value in digests:
            shared[node.value.partition("#")[0]] += 1
    for source, count in shared.most_common():
        if count >= _MANY_SHARED or count * 3 >= len(digests):
            what = f"{count} of {len(digests)} longer paragraphs stand in {short_name(source)}, too"
            draft.remarks.append(f"{what}: an older capture of the same page?")


def _dcterms(name: str) -> NamedNode:
    return NamedNode(f"{DCTERMS}{name}")
