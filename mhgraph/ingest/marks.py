"""The marks that a text prints itself: numbers of paragraphs and articles, letters, headings, footnotes."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

_KINDS: Mapping[str, tuple[str, ...]] = {
    "action": ("action", "acción"),
    "annex": ("annex", "annexe", "anexo", "appendix"),
    "art": ("article", "art", "artículo", "artigo"),
    "chapter": ("chapter", "chapitre", "capítulo"),
    "goal": ("goal", "but"),
    "objective": ("objective", "objectif", "objetivo"),
    "part": ("part", "partie", "parte"),
    "principle": ("principle", "principe", "principio"),
    "section": ("section", "sección"),
    "target": ("target", "cible", "meta"),
}
"""What a text calls its parts, in the languages of the house, by the word that stands in names of passages."""

_KIND_OF = {word: kind for kind, words in _KINDS.items() for word in words}
_SHOWN = {"art": "art. {}", "fn": "footnote {}", "item": "({})", "op": "OP{}", "para": "para. {}", "pp": "PP{}"}
_PART = re.compile(
    rf"(?P<word>{'|'.join(sorted(_KIND_OF, key=len, reverse=True))})\.?"
    r"(?:\s(?P<number>\d{1,3}(?:\.\d{1,2})?(?:bis|ter)?|[IVXLC]+|[A-Z])\b)?(?P<rest>.*)",
    re.IGNORECASE,
)
_OPERATIVE = re.compile(r"(?P<kind>OP|PP)\s?(?P<number>\d{1,3})\b[.:)]?\s?")
_NUMBERED = re.compile(
    r"(?:(?:para(?:graph)?|par(?:agraphe)?|párr(?:afo)?)\.?\s)?(?P<number>\d{1,3}(?:\.\d{1,2})?)\s?[.)](?:\s|$)"
    r"|(?P<decimal>\d{1,3}\.\d{1,2})\s",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\(\s?(?P<number>\d{1,2})\s?\)\s?")
_LETTERED = re.compile(r"(?:\(\s?(?P<letter>[a-z]{1,5})\s?\)|(?P<bare>[a-z]{1,4})\s?\))(?:\s|$)")
_HEADING = re.compile(r"(?P<mark>[IVXLC]{1,6}|[A-Z])\.\s(?=\S)")
_NOTE = re.compile(
    r"\[(?P<bracketed>\d{1,3})\]\s|(?P<number>\d{1,3})\s(?=(?:See|Ibid|Cf|Voir|Véase|Document|General Assembly)\b)"
)
_SUPERSCRIPT = re.compile(r"\s*(?P<number>[⁰¹²³⁴⁵⁶⁷⁸⁹]+)")
_ROMAN = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_MOST_WORDS_OF_A_HEADING = 20


@dataclass(frozen=True)
class Mark:
    """What a document prints before a paragraph: its kind (`para`, `art`, `fn`, `heading` …), then number and letters.

    >>> mark = Mark("para", ("31", "e"))
    >>> mark.name, mark.label, mark.notation
    ('para-31-e', 'para. 31 (e)', '31(e)')
    """

    kind: str
    places: tuple[str, ...]
    within: str = ""
    is_heading: bool = field(default=False, compare=False)
    is_roman: bool = field(default=False, compare=False)
    printed: str = field(default="", compare=False)

    @property
    def name(self) -> str:
        """The end of the passage's name."""
        parts = [*([self.within] if self.within else []), self.kind, *self.places]
        return re.sub(r"[^a-z0-9]+", "-", "-".join(parts).lower())

    @property
    def notation(self) -> str:
        """The number and letters as data has them."""
        first, *others = self.places or ("",)
        head = f"{first}.{others.pop(0)}" if self.kind == "art" and others and others[0].isdecimal() else first
        return head + "".join(f"({place})" for place in others)

    @property
    def label(self) -> str:
        """The mark as people write it."""
        shown = re.sub(r"(?<=[^ (])\(|(?<=\))\(", " (", self.notation)
        if self.kind == "heading":
            return ".".join(place.upper() for place in self.places)
        label = _SHOWN.get(self.kind, f"{self.kind.capitalize()} {{}}").format(shown).strip()
        return f"{self.within.replace('-', ' ')}, {label}" if self.within else label

    @property
    def parent(self) -> Mark | None:
        """The mark of what this is a part of; None for one that is part of no marked thing."""
        if len(self.places) < 2 or self.kind == "heading":
            return None
        return Mark(self.kind, self.places[:-1], self.within)


@dataclass
class _Reader:
    """Where the reading stands: what was numbered and lettered last."""

    within: str = ""
    article: str = ""
    number: str = ""
    is_bracketed: bool = False
    letter: str = ""
    roman: str = ""
    headings: list[str] = field(default_factory=lambda: ["", ""])
    after_colon: bool = False

    def read(self, text: str, raw: str) -> Mark | None:
        """Return the mark of a paragraph, and move on."""
        mark = self._read_note(text, raw) or self._read_part(text) or self._read_heading(text) or self._read_item(text)
        if mark is None or mark.kind != "fn":
            self.after_colon = text.endswith((":", "：", ": –", ":—"))
        return mark

    def _read_note(self, text: str, raw: str) -> Mark | None:
        above, match = _SUPERSCRIPT.match(raw), _NOTE.match(text)
        if above:
            return Mark("fn", (unicodedata.normalize("NFKC", above["number"]),))
        return Mark("fn", (match["bracketed"] or match["number"],)) if match else None

    def _read_part(self, text: str) -> Mark | None:
        match = _PART.fullmatch(text)
        if match is None or not text[:1].isupper():
            return None
        kind, number, rest = _KIND_OF[match["word"].lower()], match["number"] or "", match["rest"]
        if not (number or (kind == "annex" and not rest)) or (
            rest.strip() and not re.match(r"\s?[.:–—-]|\s[A-ZÀ-Þ]", rest)
        ):
            return None  # "Article 12 of the Covenant says" is no heading
        if len(number) == 1 and number in "aAyY" and rest.strip():
            return None
        is_heading = len(rest.split()) <= _MOST_WORDS_OF_A_HEADING and not rest.rstrip().endswith((".", ";", ","))
        if kind == "annex":
            self.within, self.article = f"annex-{number.lower()}" if number else "annex", ""
            self._reset("number")
            return Mark("annex", (number.lower(),) if number else (), is_heading=True)
        self._reset("number")
        self.article = number.lower() if kind == "art" else ""
        return Mark(kind, (number.lower(),), self.within, is_heading)

    def _read_heading(self, text: str) -> Mark | None:
        match = _HEADING.match(text)
        if match is None or text.endswith((".", ";", ",", ":")) or len(text.split()) > _MOST_WORDS_OF_A_HEADING:
            return None
        mark, (roman, letter) = match["mark"], self.headings
        value = _roman_value(mark.lower())
        follows = len(mark) == 1 and ord(mark) == ord(letter or "@") + 1
        if value and not (follows and letter) and (value == 1 or value == _roman_value(roman) + 1 or len(mark) > 1):
            self.headings = [mark.lower(), ""]
            return Mark("heading", (mark.lower(),), is_heading=True, is_roman=True)
        if len(mark) > 1:
            return None
        self.headings[1] = mark
        return Mark("heading", (*([roman] if roman else []), mark.lower()), is_heading=True)

    def _read_item(self, text: str) -> Mark | None:
        rest, levels = text, 0
        operative = _OPERATIVE.match(rest)
        if operative:
            self._reset("number")
            return Mark(operative["kind"].lower(), (operative["number"],), printed=operative.group())
        numbered = _NUMBERED.match(rest)
        if numbered:
            self.number, self.is_bracketed = numbered["number"] or numbered["decimal"], False
            self._reset("letter")
            rest, levels = rest[numbered.end() :], 1
        bracketed = _BRACKETED.match(rest)
        if bracketed:
            self._take_bracketed(bracketed["number"])
            rest, levels = rest[bracketed.end() :], 2
        while (
            levels < 4
            and (lettered := _LETTERED.match(rest))
            and self._take_letter(lettered["letter"] or lettered["bare"])
        ):
            rest, levels, self.after_colon = rest[lettered.end() :], levels + 1, True
        return replace(self._mark(), printed=text.removesuffix(rest)) if levels else None

    def _take_bracketed(self, number: str) -> None:
        """Take "(2)" as the second item below a number, or as a number of its own where there is none."""
        if not self.number or self.is_bracketed:
            self.number, self.is_bracketed = number, True
            self._reset("letter")
        else:
            self.letter = number
            self._reset("roman")

    def _take_letter(self, letter: str) -> bool:
        """Return whether a letter is one, and take it: "(i)" is the letter behind (h), unless a colon opens a list."""
        if self.letter.isdecimal():  # "(1)" stands above, and letters below it
            self.roman = letter
            return len(letter) == 1
        follows = len(set(letter)) == 1 and letter == _next_letter(self.letter)
        starts = letter == "i" and (self.after_colon or not self.letter)
        is_roman = bool(_ROMAN.fullmatch(letter)) and bool(self.letter or self.roman or starts)
        goes_on = bool(self.roman) and _roman_value(letter) == _roman_value(self.roman) + 1
        if is_roman and (not follows or starts or goes_on):
            self.roman = letter
            return True
        if len(letter) > 1 and len(set(letter)) > 1 and not _ROMAN.fullmatch(letter):
            return False  # a word in brackets
        self.letter, self.roman = letter, ""
        return True

    def _mark(self) -> Mark:
        places = tuple(place for place in (self.article, self.number, self.letter, self.roman) if place)
        kind = "art" if self.article else "para" if self.number else "item"
        return Mark(kind, places, self.within, is_roman=bool(self.roman) and not self.letter.isdecimal())

    def _reset(self, level: str) -> None:
        levels = ("number", "letter", "roman")
        for name in levels[levels.index(level) :]:
            setattr(self, name, "")


def read_marks(paragraphs: Sequence[str], lines: Sequence[str] | None = None) -> list[Mark | None]:
    """Return the mark of each paragraph, None for one without.

    `lines` are the paragraphs as the text has them: only there a footnote's number is raised.

    >>> marks = read_marks(["1. We, the villages, agree:", "(a) to look after wells;", "b) to test them.", "Done."])
    >>> [mark and mark.label for mark in marks]
    ['para. 1', 'para. 1 (a)', 'para. 1 (b)', None]
    """
    reader = _Reader()
    return [reader.read(_write_digits(text), raw) for text, raw in zip(paragraphs, lines or paragraphs, strict=True)]


def _write_digits(text: str) -> str:
    """Return a text with the digits of whatever script as those of ASCII, of which names are made."""
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def find_irregular_marks(marks: Sequence[Mark | None]) -> list[str]:
    """Return in words which marks stand twice, and where numbers or letters leave a gap.

    >>> find_irregular_marks(read_marks(["1. One", "3. Three", "3. Three again"]))
    ['para. 2 is missing before para. 3', 'para. 3 stands twice (paragraphs 2, 3)']
    """
    places: defaultdict[Mark, list[int]] = defaultdict(list)
    rows: defaultdict[tuple[object, ...], list[Mark]] = defaultdict(list)
    for number, mark in enumerate(marks, start=1):
        if mark is not None:
            row = rows[mark.kind, mark.within, mark.places[:-1]]
            if mark not in places:
                row.append(mark)
            places[mark].append(number)
    found = []
    for row in rows.values():
        before = 0
        for mark in row:
            value = _value(mark)
            if value > before + 1:
                found.append((places[mark][0], _name_gap(mark, before, value)))
            before = max(before, value) if value else before
    for mark, numbers in places.items():
        if len(numbers) > 1:
            times = "twice" if len(numbers) == 2 else f"{len(numbers)} times"
            found.append((numbers[1], f"{mark.label} stands {times} (paragraphs {', '.join(map(str, numbers))})"))
    return [words for _, words in sorted(found, key=lambda one: one[0])]


def _name_gap(mark: Mark, before: int, value: int) -> str:
    """Return the words for what is missing between the place `before` and a mark whose place is `value`."""
    if not before:
        return f"{mark.label} is the first of its row"
    last = mark.places[-1]

    def label(number: int) -> str:
        place = str(number) if last.isdecimal() else _write_roman(number) if mark.is_roman else chr(96 + number)
        return Mark(mark.kind, (*mark.places[:-1], place), mark.within).label

    missing = f"{label(before + 1)} is" if value == before + 2 else f"{label(before + 1)} to {label(value - 1)} are"
    return f"{missing} missing before {mark.label}"


def _value(mark: Mark) -> int:
    """Return the place of a mark in its row, from 1; 0 if it has none that can be counted."""
    last = mark.places[-1] if mark.places else ""
    if last.isdecimal():
        return int(last)
    if mark.is_roman:
        return _roman_value(last)
    return ord(last) - ord("a") + 1 if re.fullmatch("[a-z]", last) else 0


def _next_letter(letter: str) -> str:
    """Return the letter that follows: b after a, aa after z; a after none."""
    if not letter:
        return "a"
    return "a" * (len(letter) + 1) if letter[0] == "z" else chr(ord(letter[0]) + 1) * len(letter)


def _write_roman(number: int) -> str:
    return next(text for text in _small_romans() if _roman_value(text) == number)


def _small_romans() -> Iterator[str]:
    ones = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return (
        f"{tens}{one}" for tens in ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc", "c") for one in ones
    )


def _roman_value(text: str) -> int:
    """Return the value of a roman number in lower case; 0 for anything else."""
    if not re.fullmatch(r"(?=.)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", text):
        return 0
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in text]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
