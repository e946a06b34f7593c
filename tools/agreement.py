"""`python -m tools.agreement FILE FIRST SECOND`: how far two judges agree: Cohen's kappa, its interval, and the table.

FILE is a table with tabs between its columns and names in its first line; FIRST and SECOND name the columns of the two
judges, and each line below is one item that both judged. With `--order low,medium,high` the categories have an order,
and a near miss counts in part as agreement; with `--squared`, for more. Exit code 0: compared; 2: the file
cannot be compared.

    python -m tools.agreement judged.tsv curator_a curator_b
"""

from __future__ import annotations

import argparse
import csv
import math
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import NormalDist
from typing import TypeAlias

Pair: TypeAlias = tuple[str, str]


class IncomparableJudgements(ValueError):
    """Two lists of judgements cannot be compared; the message says why."""


@dataclass(frozen=True)
class Agreement:
    """How far two judges agree on the same items.

    `observed` and `expected` are shares from 0 to 1: of agreement found, and of that which chance alone would give two
    judges who use the categories as often as these did. `kappa` is 1 for full agreement and 0 for that of chance;
    `error` is its standard error, `low` and `high` bound its interval. All four are NaN where kappa is not defined,
    because both judges put everything into one category. Without a single disagreement the formula gives an error of 0:
    such an interval says nothing.
    """

    categories: tuple[str, ...]
    counts: dict[Pair, int]
    observed: float
    expected: float
    kappa: float
    error: float
    low: float
    high: float

    @property
    def items(self) -> int:
        """The number of items."""
        return sum(self.counts.values())

    def __str__(self) -> str:
        measured = "kappa is not defined: both judges used one category only"
        if not math.isnan(self.kappa):
            measured = f"kappa {self.kappa:.2f}, 95 % interval {self.low:.2f} to {self.high:.2f}"
        return f"{self.items} items, agreement {self.observed:.2f}, by chance {self.expected:.2f}; {measured}"


def measure(pairs: Sequence[Pair], *, order: Sequence[str] = (), squared: bool = False) -> Agreement:
    """Return the agreement of two judges, from the category that each gave to each item.

    Without an `order` all disagreements are alike. With an order of the categories, from least to most, a disagreement
    counts by its distance, or by the square of it. Kappa after Cohen (1960, 1968); its standard error, not under the
    hypothesis of no agreement, after Fleiss, Cohen and Everitt (Psychological Bulletin 72(5), 1969, 323-327); the
    interval of 95 % is the normal one, cut at 1 and -1. It takes the items as independent of each other.

    Raises:
        IncomparableJudgements: there is no item, the order names a category twice or fewer than two, a category is not
            in the order, or distances are to be squared that no order gives.

    >>> cells = {("yes", "yes"): 40, ("yes", "no"): 9, ("no", "yes"): 6, ("no", "no"): 45}
    >>> found = measure([pair for pair, count in cells.items() for _ in range(count)])
    >>> print(found)
    100 items, agreement 0.85, by chance 0.50; kappa 0.70, 95 % interval 0.56 to 0.84
    >>> print(measure([("low", "medium"), ("high", "high"), ("low", "low")], order=["low", "medium", "high"]))
    3 items, agreement 0.83, by chance 0.50; kappa 0.67, 95 % interval 0.12 to 1.00
    """
    counts = Counter(pairs)
    used = {category for pair in counts for category in pair}
    _check(used, order, squared=squared)
    names = tuple(order) or tuple(sorted(used))
    weights = _weights(names, ordered=bool(order), squared=squared)
    total = len(pairs)
    shares = {pair: count / total for pair, count in counts.items()}
    first = {name: sum(share for (one, _), share in shares.items() if one == name) for name in names}
    second = {name: sum(share for (_, one), share in shares.items() if one == name) for name in names}
    observed = sum(weights[pair] * share for pair, share in shares.items())
    expected = sum(weights[one, other] * first[one] * second[other] for one in names for other in names)
    if len(used) == 1:
        return Agreement(names, dict(counts), observed, expected, math.nan, math.nan, math.nan, math.nan)
    kappa = (observed - expected) / (1 - expected)
    error = _standard_error(shares, weights, (first, second), (observed, expected), total)
    reach = NormalDist().inv_cdf(0.975) * error
    return Agreement(
        names, dict(counts), observed, expected, kappa, error, max(-1.0, kappa - reach), min(1.0, kappa + reach)
    )


def render_table(found: Agreement) -> str:
    r"""Return the table of agreement in Markdown: a line for each category of the first judge, a column for the second.

    >>> print(render_table(measure([("no", "no"), ("yes", "no"), ("yes", "yes"), ("yes", "yes")])))
    | first \ second | no | yes | all |
    |---|---|---|---|
    | no | 1 | 0 | 1 |
    | yes | 1 | 2 | 3 |
    | all | 2 | 2 | 4 |
    """
    names = found.categories
    rows = [[found.counts.get((one, other), 0) for other in names] for one in names]
    rows.append([sum(column) for column in zip(*rows, strict=True)])
    lines = [["first \\ second", *names, "all"], ["---"] * (len(names) + 2)]
    lines += [[name, *map(str, row), str(sum(row))] for name, row in zip([*names, "all"], rows, strict=True)]
    return "\n".join(f"|{'|'.join(line)}|" if line[0] == "---" else f"| {' | '.join(line)} |" for line in lines)


def read_pairs(path: Path, first: str, second: str) -> list[Pair]:
    """Return what two columns of a table hold, line by line.

    Raises:
        IncomparableJudgements: a column is missing or is there twice, or a line has no value in one of them.
        OSError: the file cannot be read.
        UnicodeDecodeError: the file is not UTF-8.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_MINIMAL)
        head = next(rows, [])
        for name in (first, second):
            if head.count(name) != 1:
                raise IncomparableJudgements(f"{path}: {head.count(name)} columns are named {name!r}, not one")
        places = head.index(first), head.index(second)
        found: list[Pair] = []
        for row in rows:
            one, other = (row[place].strip() if place < len(row) else "" for place in places)
            if not (one and other):
                raise IncomparableJudgements(
                    f"{path}:{rows.line_num}: a judgement is missing; no link is a category, too"
                )
            found.append((one, other))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Compare two columns of a file, print what was found, and return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.agreement", description="Measure how far two judges agree.")
    parser.add_argument("file", type=Path, metavar="FILE", help="table with tabs, and names in its first line")
    parser.add_argument("first", metavar="FIRST", help="column of the first judge")
    parser.add_argument("second", metavar="SECOND", help="column of the second judge")
    parser.add_argument("--order", default="", metavar="A,B,…", help="the categories, from least to most")
    parser.add_argument("--squared", action="store_true", help="weigh a distance in the order by its square")
    options = parser.parse_args(arguments)
    order = [name.strip() for name in options.order.split(",") if name.strip()]
    try:
        found = measure(read_pairs(options.file, options.first, options.second), order=order, squared=options.squared)
    except (IncomparableJudgements, OSError, UnicodeDecodeError) as error:
        print(f"agreement: {error}", file=sys.stderr)
        return 2
    print(f"{render_table(found)}\n\n{found}")
    return 0


def _check(used: set[str], order: Sequence[str], *, squared: bool) -> None:
    if not used:
        raise IncomparableJudgements("there is no item that both judged")
    if squared and not order:
        raise IncomparableJudgements("only a distance can be squared: give the order of the categories")
    if order and (len(set(order)) < len(order) or len(order) < 2):
        raise IncomparableJudgements("an order names at least two categories, each once")
    if order and not used <= set(order):
        raise IncomparableJudgements(f"not in the order: {', '.join(sorted(used - set(order)))}")


def _weights(names: Sequence[str], *, ordered: bool, squared: bool) -> dict[Pair, float]:
    """Return what each pair of categories counts as agreement, from 0 to 1."""
    if not ordered:
        return {(one, other): float(one == other) for one in names for other in names}
    power = 2 if squared else 1
    return {
        (one, other): 1 - (abs(here - there) / (len(names) - 1)) ** power
        for here, one in enumerate(names)
        for there, other in enumerate(names)
    }


def _standard_error(
    shares: dict[Pair, float],
    weights: dict[Pair, float],
    marginals: tuple[dict[str, float], dict[str, float]],
    agreement: tuple[float, float],
    total: int,
) -> float:
    """Return the standard error after Fleiss, Cohen and Everitt (1969); unweighted kappa has weights of 1 and 0."""
    (first, second), (observed, expected) = marginals, agreement
    names = list(first)
    of_first = {one: sum(weights[one, other] * second[other] for other in names) for one in names}
    of_second = {other: sum(weights[one, other] * first[one] for one in names) for other in names}
    spread = sum(
        share * (weights[one, other] * (1 - expected) - (of_first[one] + of_second[other]) * (1 - observed)) ** 2
        for (one, other), share in shares.items()
    )
    centre = (observed * expected - 2 * expected + observed) ** 2
    # full agreement gives 0, which rounding may put just below
    return math.sqrt(max(0.0, spread - centre) / total) / (1 - expected) ** 2


if __name__ == "__main__":
    sys.exit(main())
