"""What follows from the form of a list: each row tells of a meeting, or of a member of a body, series or process."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pyoxigraph import Literal, NamedNode

from mhgraph.ingest.draft import Draft, PassageDraft, date_literal
from mhgraph.ingest.known import Known, key_of
from mhgraph.ingest.sheets import Row, Sheet
from mhgraph.model import (
    AS_OF,
    END_DATE,
    EVENT,
    EVENT_OF,
    IS_MEMBERSHIP_OF,
    KIND,
    MEMBERSHIP,
    ROLE,
    STATUS,
)
from mhgraph.namespaces import BASE, CONCEPT
from mhgraph.project.todo import is_todo, make_slug, todo_name, todo_text
from mhgraph.rdf.terms import LABEL, TYPE
from mhgraph.text.dates import FoundDate

_MEMBER = NamedNode(f"{CONCEPT}role-member")
_MOSTLY = 0.6


@dataclass(frozen=True)
class _Column:
    """A column: what it is called, and what its cells state of the thing of a row; `is_date` if they are dates."""

    label: str
    properties: tuple[NamedNode, ...]
    is_date: bool


@dataclass
class ListTemplate:
    """Writes what follows from the rows of a list into a draft.

    With `whole`, or without a column of dates, rows tell of members: of `whole`, or of what is to be found out. Else
    each tells of a meeting.
    """

    draft: Draft
    known: Known
    sheet: Sheet
    title: str
    publisher: str | None
    whole: NamedNode | None = None

    def fill(self) -> None:
        """Make passages of head and rows, name them, and write what each row states."""
        self.sheet = self._find_head()
        columns = self._read_columns()
        tells_of_events = self.whole is None and any(column.is_date for column in columns)
        self._remark_columns(columns, tells_of_events=tells_of_events)
        self._join_lines()
        by_first = {passage.first: passage for passage in self.draft.passages}
        for passage in self.draft.passages:
            if key_of(passage.text) == key_of(self.title):
                self.draft.name(passage, "title", "title")
                passage.nothing = "heading"
                break
        head = by_first.get(self.sheet.head.first) if self.sheet.head else None
        if head is not None:
            self.draft.name(head, "head", "head of the table")
            head.nothing = "heading"
        for row in self.sheet.rows:
            passage = by_first[row.first]
            self._name(passage, row, columns if tells_of_events else [])
        self.draft.settle_names()
        as_of = self._find_date_of_page()
        for row in self.sheet.rows:
            passage = by_first[row.first]
            if head is not None:
                passage.read_with.append(head.name)
            if tells_of_events:
                self._write_event(passage, row, columns)
            else:
                self._write_membership(passage, row, columns, as_of)
        if self.sheet.missing:
            listed = ", ".join(map(str, self.sheet.missing))
            self.draft.remarks.append(f"the text does not hold these rows of the sheet: {listed}")
        if not self.sheet.rows:
            self.draft.remarks.append("no rows were found: give them as a sheet")

    def _find_head(self) -> Sheet:
        """Return the sheet with its first row as head, if that has no date and the labels of columns."""
        if self.sheet.head or not self.sheet.rows:
            return self.sheet
        first, *others = self.sheet.rows
        labels = [label for label in first.cells if self._properties_of(label)]
        if len(first.cells) > 1 and others and labels and not any(self._dates(cell) for cell in first.cells):
            return replace(self.sheet, head=first, rows=tuple(others))
        return self.sheet

    def _properties_of(self, label: str) -> tuple[NamedNode, ...]:
        field = self.known.field(label, self.publisher)
        if field is not None:
            return field.properties
        called = self.known.property_called(label)
        return (called,) if called else ()

    def _read_columns(self) -> list[_Column]:
        width = max((len(row.cells) for row in self.sheet.rows), default=0)
        labels = [*self.sheet.labels, *[""] * width][:width]
        columns = []
        for place, label in enumerate(labels):
            cells = [row.cells[place] for row in self.sheet.rows if place < len(row.cells) and row.cells[place]]
            is_date = bool(cells) and sum(bool(self._dates(cell)) for cell in cells) >= _MOSTLY * len(cells)
            properties = self._properties_of(label) if label else ()
            columns.append(_Column(label, properties, is_date))
        return columns

    def _remark_columns(self, columns: Sequence[_Column], *, tells_of_events: bool) -> None:
        """Say which columns are left out, for no vocabulary tells what they stand for; one column is the name."""
        unknown = [column for column in columns if not column.properties and not (column.is_date and tells_of_events)]
        name = next((column for column in unknown if not column.is_date), None)
        left_out = [f"'{column.label}'" for column in unknown if column.label and column is not name]
        if left_out:
            what = f"{', '.join(left_out)}: no vocabulary says what such a column stands for"
            self.draft.remarks.append(f"{what}, so that it is left out")

    def _join_lines(self) -> None:
        """Make one passage of the lines of each row."""
        last = {row.first: row.last for row in (*self.sheet.rows, *([self.sheet.head] if self.sheet.head else []))}
        covered = {number for first, end in last.items() for number in range(first + 1, end + 1)}
        self.draft.passages[:] = [passage for passage in self.draft.passages if passage.first not in covered]
        for passage in self.draft.passages:
            passage.last = last.get(passage.first, passage.last)

    def _name(self, passage: PassageDraft, row: Row, columns: Sequence[_Column]) -> None:
        """Name a row by its date, if no other row has it, else by its first cell; or by both."""
        dates = self._row_dates(row, columns)
        first = next((cell for cell in row.cells if cell), "")
        key, shown = (dates[0].first, dates[0].words) if dates and dates[0].first else (make_slug(first), first)
        same = [other for other in self.sheet.rows if self._row_key(other, columns) == self._row_key(row, columns)]
        if dates and len(same) > 1:
            name = next((cell for cell, column in zip(row.cells, columns, strict=False) if not column.is_date), "")
            key, shown = f"{key}-{make_slug(name)}", f"{shown}, {name}"
        self.draft.name(passage, f"row-{key}" if key else "", f"row of {shown}")

    def _row_key(self, row: Row, columns: Sequence[_Column]) -> str:
        dates = self._row_dates(row, columns)
        return dates[0].first if dates else ""

    def _row_dates(self, row: Row, columns: Sequence[_Column]) -> list[FoundDate]:
        return [
            date
            for cell, column in zip(row.cells, columns, strict=False)
            if column.is_date
            for date in self._dates(cell)
        ]

    def _dates(self, cell: str) -> list[FoundDate]:
        return self.draft.find_dates(cell)

    def _write_event(self, passage: PassageDraft, row: Row, columns: Sequence[_Column]) -> None:
        """Write that a meeting was, when, and what the columns that stand for properties say of it."""
        title = self._title_of(row, columns)
        event = self.known.resolve(title, ["event"])
        if event is None:
            event = NamedNode(f"{BASE}event/{self.draft.key}-{passage.name.removeprefix('row-')}")
            passage.say(event, TYPE, EVENT)
            passage.say(event, LABEL, Literal(title, language=passage.language or self.draft.language))
            if (passage.language or self.draft.language) != "en":
                passage.say(event, LABEL, todo_text(f"the name of the meeting of the {passage.label} in English"))
        passage.say(event, STATUS, todo_name("concept"))
        if not any(KIND in column.properties for column in columns):
            passage.say(event, KIND, todo_name("concept"))
        for cell, column in zip(row.cells, columns, strict=False):
            if column.is_date:
                self._write_dates(passage, event, cell, column)
            elif cell:
                self._write_cell(passage, event, EVENT, cell, column)

    def _title_of(self, row: Row, columns: Sequence[_Column]) -> str:
        free = [
            cell
            for cell, column in zip(row.cells, columns, strict=False)
            if cell and not column.is_date and not column.properties
        ]
        return free[0] if free else next((cell for cell in row.cells if cell), "")

    def _write_dates(self, passage: PassageDraft, event: NamedNode, cell: str, column: _Column) -> None:
        dates = self._dates(cell)
        if not dates:
            return
        passage.say(event, self.known.start_of(column.properties), date_literal(dates[0].first))
        last = dates[0].last or (dates[1].first if len(dates) > 1 else "")
        if last:
            passage.say(event, END_DATE, date_literal(last))

    def _write_cell(self, passage: PassageDraft, thing: NamedNode, cls: NamedNode, cell: str, column: _Column) -> None:
        for predicate in column.properties:
            if self.known.kinds_of(predicate):
                passage.say(thing, predicate, self.known.value(predicate, cls, cell))

    def _write_membership(self, passage: PassageDraft, row: Row, columns: Sequence[_Column], as_of: str) -> None:
        """Write that somebody belongs to the body, series or process of the list, as what, and as of when."""
        whole = self.whole or todo_name("group", self.title)
        named = [
            cell for cell, column in zip(row.cells, columns, strict=False) if IS_MEMBERSHIP_OF in column.properties
        ]
        name = named[0] if named else self._title_of(row, columns)
        member = self.known.resolve(name, ["actor", "group", "person"]) or todo_name("actor", name)
        role = next(
            (
                self.known.value(ROLE, MEMBERSHIP, cell)
                for cell, column in zip(row.cells, columns, strict=False)
                if cell and ROLE in column.properties
            ),
            _MEMBER,
        )
        slugs = [_slug_of(member), _slug_of(whole), _slug_of(role).removeprefix("role-")]
        membership = NamedNode(f"{BASE}membership/{'-'.join(slugs)}")
        passage.say(membership, TYPE, MEMBERSHIP)
        if any(is_todo(term) for term in (member, whole, role)):
            passage.say(membership, LABEL, todo_text(f"who is what in what, by the {passage.label}"))
        else:
            role_label = self.known.label(role.value).lower()
            label = f"{self.known.label(member.value)}, {role_label} of {self.known.label(whole.value)}"
            passage.say(membership, LABEL, Literal(label, language="en"))
        passage.say(membership, IS_MEMBERSHIP_OF, member)
        passage.say(membership, EVENT_OF, whole)
        passage.say(membership, ROLE, role)
        dated = [date.first for date in self._row_dates(row, columns)]
        passage.say(membership, AS_OF, date_literal(as_of) if as_of else todo_text("the date of the page", None))
        for cell, column in zip(row.cells, columns, strict=False):
            if column.is_date and dated and column.properties:
                self._write_dates(passage, membership, cell, column)

    def _find_date_of_page(self) -> str:
        """Return the one date that the lines around the rows give; "" if there is none, or several."""
        rows = {number for row in self.sheet.rows for number in range(row.first, row.last + 1)}
        found = {
            date.first
            for passage in self.draft.passages
            if passage.first not in rows
            for date in self._dates(passage.text)
        }
        return found.pop() if len(found) == 1 else ""


def _slug_of(thing: NamedNode) -> str:
    return thing.value.rpartition("/")[2]
