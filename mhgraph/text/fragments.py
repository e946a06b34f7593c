"""Text fragments: the end of an address that makes a browser show a paragraph of the page, and mark it.

See https://wicg.github.io/scroll-to-text-fragment/. What a browser does was tried on pages made for it
(`tests/browser/test_fragments.py`): each term is found within one block of the page; from the start to the end, from
the prefix to the start and from the end to the suffix the blocks may change. Nobody knows from a copy where the blocks
of a line end, for a label and its value, or the cells of a row, are often copied as one line. So terms are as short as
they can be, and do not reach over a place where a block may end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, unquote

from mhgraph import bounds
from mhgraph.text.contact import holds_contact

DIRECTIVE = ":~:text="
"""What stands between an address, or its own fragment, and the words to look for."""

_MAX_WORDS = 8
_FEW_WORDS = 8  # a line of so few words and no full stop may be a label with its value, or a row
_LONGEST_CLAUSE = 24  # characters of a script without spaces, to quote no more than a few words would take
_LIST_MARK = re.compile(r"[•·▪◦‣*–—-]+|\d{1,3}\.?\)?|\(?(?:[a-z]|[ivx]{1,5})\s?\)|[A-Z]\.")
_END_OF_SENTENCE = re.compile(r"[.!?…:;。！？؟।][\"'”’»)\]]*$")
_WITHOUT_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese."""

_UNSPACED = re.compile(f"[{_WITHOUT_SPACES}]")
_CLAUSE = re.compile(rf"(?:\w|[{_WITHOUT_SPACES}])+")
_SMALL, _CAPITAL = "a-zß-öø-ÿ", "A-ZÀ-ÖØ-Þ"
_GLUED = re.compile(
    rf"[{_SMALL}.,;:!?)\]][{_CAPITAL}][{_SMALL}]|[{_SMALL}]{{2}}[{_CAPITAL}]{{2}}|[{_CAPITAL}]{{3}}[{_SMALL}]{{2}}"
)
_LAST_OF_BLOCK = (":", "|")
_QUOTES = str.maketrans("‘’‚‛“”„‟«»", '\'\'\'\'""""""')


class _Term(NamedTuple):
    """Words to look for, as they are shown, and the offset of the first in the folded page."""

    words: str
    at: int

    @property
    def end(self) -> int:
        return self.at + len(_fold(self.words))


class _Directive(NamedTuple):
    """A text directive: start, and whatever else it takes to find the one place."""

    start: str
    end: str = ""
    prefix: str = ""
    suffix: str = ""

    def __str__(self) -> str:
        parts = (
            f"{_encode(self.prefix)}-" if self.prefix else "",
            _encode(self.start),
            _encode(self.end),
            f"-{_encode(self.suffix)}" if self.suffix else "",
        )
        return f"#{DIRECTIVE}{','.join(filter(None, parts))}"


def make_fragment(paragraphs: Sequence[str], number: int, last: int | None = None) -> str | None:
    """Return the text fragment that finds paragraph `number` (from 1) among the paragraphs of a page, or None.

    With `last`, the passage ends with that paragraph. The form is `#:~:text=start,end` in at most eight words, with a
    prefix and a suffix of one word each where alike paragraphs need them. The first match on the page is the paragraph;
    a mark at its start (a bullet, "(a)", "3.") is left out, for the browser may have made it, and so is a word in which
    the copy glued two blocks together. None if no such terms do, or if the passage holds an e-mail address or a
    telephone number.

    >>> make_fragment(["Skip", "Migrants have a right to health care wherever they live today"], 2)
    '#:~:text=Migrants,today'
    >>> make_fragment(["Read more", "Clinics", "Read more", "Wells"], 3)
    '#:~:text=Clinics-,Read,more'
    """
    last = last or number
    if any(holds_contact(paragraph) for paragraph in paragraphs[number - 1 : last]):
        return None
    page = _Page(paragraphs)
    runs, ends = page.runs(number), page.runs(last)
    if not runs or not ends:
        return None
    head, tail = runs[0], ends[-1]
    for directive in _propose(page, head, tail, number, last):
        if page.find(directive, (head[0].at, tail[-1].end)):
            fragment = str(directive)
            return fragment if len(fragment) <= bounds.FRAGMENT else None
    return None


def finds_passage(fragment: str, paragraphs: Sequence[str], number: int, last: int | None = None) -> bool:
    """Return whether the first match of a text fragment on a page lies in paragraph `number`, or ends in `last`.

    >>> finds_passage("#:~:text=Read,more", ["Read more", "Read more"], 2)
    False
    """
    parts = fragment.partition(DIRECTIVE)[2].split(",")
    prefix = unquote(parts.pop(0).removesuffix("-")) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop().removeprefix("-")) if parts and parts[-1].startswith("-") else ""
    start, end = ([unquote(part) for part in parts] + ["", ""])[:2]
    page = _Page(paragraphs)
    found = page.find(_Directive(start, end, prefix, suffix)) if start else None
    return found is not None and page.holds(number, found[0]) and page.holds(last or number, found[1])


def read_fragment(fragment: str) -> tuple[str, str]:
    """Return the words with which a text fragment says that a passage begins and ends; "" for an end it does not tell.

    >>> read_fragment("#:~:text=Boats-,Read%20on,more,-Roads")
    ('Read on', 'more')
    """
    parts = fragment.partition(DIRECTIVE)[2].split(",")
    start, *end = [unquote(part) for part in parts if not part.startswith("-") and not part.endswith("-")] or [""]
    return start, "".join(end[:1])


def skip_marks(paragraph: str) -> str:
    """Return a paragraph without the marks of a list at its start.

    >>> skip_marks("3. (a) to keep a boat")
    'to keep a boat'
    """
    words = paragraph.split(" ")
    while len(words) > 1 and _LIST_MARK.fullmatch(words[0]):
        del words[0]
    return " ".join(words)


def join_address(address: str, fragment: str) -> str:
    """Return an address that ends in a text fragment; a fragment of its own stays before it. "" without an address.

    >>> join_address("https://e.example/#/news", "#:~:text=One,two")
    'https://e.example/#/news:~:text=One,two'
    >>> join_address("https://e.example/a#:~:text=other", "#:~:text=One,two")
    'https://e.example/a#:~:text=One,two'
    """
    if not address or not fragment:
        return address
    own = address.partition(":~:")[0].removesuffix("#")
    return own + (fragment.removeprefix("#") if "#" in own else fragment)


class _Page:
    """The paragraphs of a page as a browser looks them up: without regard to case, accents and kinds of quotes."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        folded = [_fold(paragraph) for paragraph in paragraphs]
        self._begins = [0]
        for text in folded:
            self._begins.append(self._begins[-1] + len(text) + 1)
        self._text = " ".join(folded)

    def runs(self, number: int) -> list[list[_Term]]:
        """Return the words of a paragraph in runs; a block of the page may end between two runs, and not within one."""
        found: list[list[_Term]] = [[]]
        for term in self._words(number):
            word = term.words
            if _GLUED.search(word) or not any(map(str.isalnum, word)):
                found.append([])
            elif _UNSPACED.search(word):
                found += [[clause] for clause in _clauses(term)] + [[]]
            else:
                found[-1].append(term)
                if word.endswith(_LAST_OF_BLOCK):
                    found.append([])
        return [run for run in found if run]

    def is_first(self, term: _Term, number: int) -> bool:
        """Return whether nothing stands before a term in its paragraph."""
        return term.at == self._begins[number - 1]

    def is_last(self, term: _Term, number: int) -> bool:
        """Return whether nothing stands behind a term in its paragraph."""
        return term.end == self._begins[number] - 1

    def is_sentence(self, number: int) -> bool:
        """Return whether a paragraph is running text, which is one block."""
        text = self._paragraphs[number - 1]
        return len(text.split()) > _FEW_WORDS or bool(_END_OF_SENTENCE.search(text))

    def before(self, number: int) -> str:
        """Return the word that ends the paragraph before one, "" if there is none that can be looked up."""
        runs = self.runs(number - 1) if number > 1 else []
        return runs[-1][-1].words if runs and self.is_last(runs[-1][-1], number - 1) else ""

    def after(self, number: int) -> str:
        """Return the word that begins the paragraph behind one, "" if there is none that can be looked up."""
        runs = self.runs(number + 1) if number < len(self._paragraphs) else []
        return runs[0][0].words if runs and self.is_first(runs[0][0], number + 1) else ""

    def holds(self, number: int, at: int) -> bool:
        """Return whether an offset lies in a paragraph."""
        return self._begins[number - 1] <= at < self._begins[number]

    def find(self, directive: _Directive, wanted: tuple[int, int] | None = None) -> tuple[int, int] | None:
        """Return where the first match of a directive begins and ends; None without one, or if it is not the wanted."""
        start, end, prefix, suffix = map(_Word, directive)
        for begin, begun in start.places(self._text, 0):
            if prefix.folded and not prefix.ends_at(self._text, begin):
                continue
            if wanted and begin != wanted[0]:
                return None
            for _, finish in end.places(self._text, begun) if end.folded else ((begin, begun),):
                if not suffix.folded or suffix.begins_at(self._text, finish):
                    return (begin, finish) if wanted in (None, (begin, finish)) else None
            if end.folded:
                return None
        return None

    def _words(self, number: int) -> Iterator[_Term]:
        text = self._paragraphs[number - 1]
        marks = len(text) - len(skip_marks(text))
        at = self._begins[number - 1] + len(_fold(text[:marks]))
        for part in re.findall(r"\S+|\s+", text[marks:]):
            if not part.isspace():
                yield _Term(part, at)
            at += len(_fold(part))


class _Word:
    """Words to look up in a folded text, as whole words; in a script without spaces only a browser knows them."""

    def __init__(self, words: str) -> None:
        self.folded = _fold(words)
        self._opens = _is_letter(self.folded[:1])
        self._closes = _is_letter(self.folded[-1:])

    def places(self, text: str, start: int) -> Iterator[tuple[int, int]]:
        """Yield where the words begin and end, from a place on. Matches may overlap."""
        at = text.find(self.folded, start)
        while at >= 0:
            if self._stands_at(text, at):
                yield at, at + len(self.folded)
            at = text.find(self.folded, at + 1)

    def ends_at(self, text: str, place: int) -> bool:
        """Return whether the words stand before a place, with nothing but a space between."""
        at = place - 1 if text[place - 1 : place] == " " else place
        return text.endswith(self.folded, 0, at) and self._stands_at(text, at - len(self.folded))

    def begins_at(self, text: str, place: int) -> bool:
        """Return whether the words stand behind a place, with nothing but a space between."""
        at = place + 1 if text[place : place + 1] == " " else place
        return text.startswith(self.folded, at) and self._stands_at(text, at)

    def _stands_at(self, text: str, at: int) -> bool:
        end = at + len(self.folded)
        before, after = text[max(0, at - 1) : at], text[end : end + 1]
        return not (self._opens and _in_word(before)) and not (self._closes and _in_word(after))


def _propose(page: _Page, head: list[_Term], tail: list[_Term], number: int, last: int) -> Iterator[_Directive]:
    """Yield directives, the likeliest to be found first.

    In running text a longer start or end is safer than neighbours, which the page may not show; in a line that may be
    several blocks it is the other way about.
    """
    grown = [_Directive(*terms) for terms in _grow(head, tail)]
    before = page.before(number) if page.is_first(head[0], number) else ""
    after = page.after(last) if page.is_last(tail[-1], last) else ""
    sides = [pair for pair in dict.fromkeys([(before, ""), ("", after), (before, after)]) if any(pair)]
    if page.is_sentence(number) and page.is_sentence(last):
        yield from grown
    else:
        yield from grown[:1]
    for directive in grown:
        yield from (directive._replace(prefix=prefix, suffix=suffix) for prefix, suffix in sides)
    yield from grown


def _grow(head: list[_Term], tail: list[_Term]) -> Iterator[tuple[str, str]]:
    """Yield start and end in more and more words, and at last the whole as one term if it is short."""
    is_one_run = head[0] == tail[0]
    most = len(head) if is_one_run else len(head) + len(tail)
    for total in range(2, min(_MAX_WORDS, most) + 1):
        for first in sorted(range(1, total), key=lambda count: (abs(2 * count - total), -count)):
            if first <= len(head) and total - first <= len(tail):
                yield _join(head[:first]), _join(tail[first - total :])
    if is_one_run and most <= _MAX_WORDS:
        yield _join(head), ""


def _join(terms: Sequence[_Term]) -> str:
    return " ".join(term.words for term in terms)


def _clauses(term: _Term) -> Iterator[_Term]:
    """Yield what stands between signs in a text without spaces: only there the words are sure to end."""
    for match in _CLAUSE.finditer(term.words):
        if len(match.group()) <= _LONGEST_CLAUSE:
            yield _Term(match.group(), term.at + len(_fold(term.words[: match.start()])))


def _in_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def _is_letter(letter: str) -> bool:
    """Return whether a letter begins or ends a word where it meets another one: not in a script without spaces."""
    return _in_word(letter) and not _UNSPACED.match(letter)


@lru_cache(maxsize=8192)
def _fold(text: str) -> str:
    """Return a text in which what browsers take for the same letters is the same."""
    letters = unicodedata.normalize("NFKD", text.translate(_QUOTES).casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _encode(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")
