"""What differs between two outcomes, which of it was expected and why, and how to show it in a few lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import unified_diff
from itertools import groupby, islice
from pathlib import Path

from tools.compare.outcomes import ONTOLOGY, Parts

OTHER_ORDER = "~ the same lines in another order"
_WINDOW = 300
_CONTEXT = 1
_RUN = 4
_TITLE = 120
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
        start = max(same - _CONTEXT, 0)
        left, right = (lines[start : start + _WINDOW] for lines in (old, new))
        title = self.title if len(self.title) <= _TITLE else f"{self.title[:_TITLE]} … {self.title[-_TITLE // 2 :]}"
        yield f"@@ {title}, line {same + 1} @@"
        cut = _cut_before(left[same - start :], right[same - start :])
        for line in _few_at_a_time(list(unified_diff(left, right, n=_CONTEXT, lineterm=""))[3:]):
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
    """The differences of an area, those that are expected apart; `ontology` counts dumps by what they gain."""

    area: str
    compared: int = 0
    expected: int = 0
    differences: list[Difference] = field(default_factory=list)
    ontology: Counter[str] = field(default_factory=Counter)


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
            removed = [change[1:] for change in changes if change[0] == "-"]
            result.ontology[f"ontology: {len(changes) - len(removed)} added, {len(removed)} removed"] += 1
            if not removed:
                continue
            difference = Difference(f"{whole}: removed", "\n".join(removed), "")
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


def render_diffs(differences: Sequence[Difference], most: int) -> list[str]:
    """Return diffs of the first differences, `most` lines in all, and a last line that says how many are not shown.

    Where there are several, each may take a third of the lines.
    """
    lines: list[str] = []
    share = most if len(differences) == 1 else max(most // 3, 1)
    for number, difference in enumerate(differences):
        if len(lines) >= most:
            return [*lines[:most], f"… and {len(differences) - number} more"]
        shown = list(islice(difference.diff(), share + 1))
        lines += shown if len(shown) <= share else [*shown[:share], "…"]
    return lines[:most]


def _few_at_a_time(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a diff; of a run of lines of one sign, the first few and how many follow."""
    for sign, run in groupby(lines, key=lambda line: line[:1]):
        listed = list(run)
        yield from listed[:_RUN]
        if len(listed) > _RUN:
            yield f"{sign}… {len(listed) - _RUN} more"


def _cut_before(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many characters of the first lines that differ can be left out, as they are the same."""
    if not old or not new:
        return 0
    same = next((i for i, (a, b) in enumerate(zip(old[0], new[0], strict=False)) if a != b), 0)
    return max(same - _WIDTH // 4, 0)
