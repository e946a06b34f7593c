"""The exact answers of the small project, in a module for each theme, and what these modules share.

A module says as much of this as it has: SMALL (values for the small project under which each question has rows),
EXPECTED (all rows, as the texts say them), STATED (the same where only what is stated counts), FACTS (what is among the
rows over the shipped documents).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NamedTuple


class Expected(NamedTuple):
    """A question to the small project and all its rows; a column that is not named is empty.

    Rows that the question orders by the names of terms stand in any order: a term may get another name.
    """

    question: str
    values: Mapping[str, str | Sequence[str]]
    rows: list[dict[str, str]]
    by_names_of_terms: bool = False


class Fact(NamedTuple):
    """A question, and what one of its rows says: a cell equals the text, or holds it among several values."""

    question: str
    values: Mapping[str, str]
    cells: Mapping[str, str]


def stated(*passages: str) -> dict[str, str]:
    """Return the evidence columns of a row that these passages state."""
    sources = sorted({passage.partition("#")[0] for passage in passages})
    return {"ledger": "stated", "source": "; ".join(sources), "passage": "; ".join(passages)}


def judged(confidence: str, reason: str, *passages: str) -> dict[str, str]:
    """Return the evidence columns of a row that a judgement on these passages concludes."""
    return {**stated(*passages), "ledger": "judged", "confidence": confidence, "reason": reason}


def indexed(*passages: str) -> dict[str, str]:
    """Return the evidence columns of a row that is filed under a topic where these passages are."""
    return {**stated(*passages), "ledger": "indexed"}


def gather(name: str) -> list[Any]:
    """Return what the modules of all themes say under one name, module by module."""
    modules = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]
    return [getattr(module, name) for module in modules if hasattr(module, name)]
