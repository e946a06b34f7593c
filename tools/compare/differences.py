"""What differs between two outcomes, which of it was expected and why, and how to show it in a few lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import unified_diff
from pathlib import Path

from tools.compare.outcomes import ONTOLOGY, Parts

OTHER_ORDER = "~ the same lines in another order"
_WINDOW = 300
_WIDTH = 400


@dataclass(frozen=True)
class Difference:
    """A part of a case that differs: its title, the older and the newer text (None: there is no such part)."""

    title: str
    old: str | None
    new: str | None

    def changes(self) -> list[str]:
        """Return the lines that are only in one of the two, with `-` (older) or `+` (newer) before them."""
        old, new = (Counter((text or "").splitlines()) for text in (self.old, self.new))
        changes = [f"-{line}" for line in (old - new).elements()] + [f"+{line}" for line in (new - old).elements()]
        return changes or [OTHER_ORDER]

    def diff(self) -> Iterator[str]:
        """Yield a unified diff of the first lines that differ, long lines cut around the place where they do."""
        old, new = ([] if text is None else text.splitlines() for text in (self.old, self.new))
        pairs = zip(old, new, strict=False)
        same = next((number for number, (left, right) in enumerate(pairs) if left != right), min(len(old), len(new)))
        start = max(same - 2, 0)
        left, right = (lines[start : start + _WINDOW] for lines in (old, new))
        yield f"@@ {self.title}, line {same + 1} @@"
        cut = _cut_before(left[same - start :], right[same - start :])
        for line in list(unified_diff(left, right, n=2, lineterm=""))[3:]:
            shown = line if line[0] == " " or len(line) <= _WIDTH else f"{line[0]}…{line[1 + cut :]}" if cut else line
            yield shown if len(shown) <= _WIDTH else f"{shown[:_WIDTH]}…"


@dataclass
class Expectation:
    """A difference that is expected: a regular expression, the reason, and how many differences it explained."""

    pattern: re.Pattern[str]
    reason: str
    count: int = 0


@dataclass
class Result:
    """The differences of an area, those that are expected apart; `added` says what the ontology has gained."""

    area: str
    compared: int = 0
    expected: int = 0
    differences: list[Difference] = field(default_factory=list)
    added: list[str] = field(default_factory=list)


def compare_parts(result: Result, title: str, old: Parts, new: Parts, expectations: Sequence[Expectation]) -> None:
    """Add to `result` what differs between the parts of a case.

    Triples of the ontology may be added, which is noted apart; one that is missing is a difference.
    """
    for name in sorted({*old, *new}):
        whole = f"{title}: {name}" if name else title
        difference = Difference(whole, old.get(name), new.get(name))
        result.compared += 1
        if difference.old == difference.new:
            continue
        if name.endswith(ONTOLOGY) and difference.old is not None and difference.new is not None:
            changes = difference.changes()
            removed = sum(change[0] == "-" for change in changes)
            result.added.append(f"{whole}: {len(changes) - removed} added, {removed} removed")
            if not removed:
                continue
        if explains(expectations, difference):
            result.expected += 1
        else:
            result.differences.append(difference)


def explains(expectations: Sequence[Expectation], difference: Difference) -> bool:
    """Tell whether a difference is expected, and count it with those that say so.

    It is, if an expression is found in its title, or if in each of its changed lines one is found.
    """
    used = next(([each] for each in expectations if each.pattern.search(difference.title)), None)
    if used is None:
        used = []
        for line in difference.changes() if expectations else ():
            found = next((each for each in expectations if each.pattern.search(line)), None)
            if found is None:
                return False
            used.append(found)
    for expectation in {id(each): each for each in used}.values():
        expectation.count += 1
    return bool(used)


def read_expectations(path: Path) -> list[Expectation]:
    """Return the expectations of a file: on each line a regular expression, a tab, a reason; `#` begins a remark.

    Raises ValueError with the number of the line that is not of this form.
    """
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        pattern, tab, reason = line.partition("\t")
        if not tab or not reason.strip():
            raise ValueError(f"{path}, line {number}: no tab and reason behind the pattern")
        try:
            found.append(Expectation(re.compile(pattern), reason.strip()))
        except re.error as error:
            raise ValueError(f"{path}, line {number}: {error}") from error
    return found


def render_diffs(differences: Iterable[Difference], most: int) -> list[str]:
    """Return diffs of the first differences, `most` lines in all, and a last line that says how many are not shown."""
    lines: list[str] = []
    listed = list(differences)
    for number, difference in enumerate(listed):
        if len(lines) >= most:
            return [*lines[:most], f"… and {len(listed) - number} more"]
        lines += difference.diff()
    return lines if len(lines) <= most else [*lines[:most], "…"]


def _cut_before(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many characters of the first lines that differ can be left out, as they are the same."""
    if not old or not new:
        return 0
    same = next((i for i, (a, b) in enumerate(zip(old[0], new[0], strict=False)) if a != b), 0)
    return max(same - _WIDTH // 4, 0)
