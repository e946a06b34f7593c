"""What makes a pledge a good one, and what the documents do not tell of it: gaps in the world as they know it.

No finding of validation: whoever writes down a pledge as the text has it has done all that can be done.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from mhgraph.model import (
    ADDRESSES,
    BEARS_ON,
    COMMITMENT,
    CONCERNS,
    DEADLINE,
    IS_ABOUT,
    KIND,
    PLEDGED_BY,
    REPORTED_FIGURE,
    SUPPORTS,
    TOPIC,
)
from mhgraph.namespaces import CONCEPT

if TYPE_CHECKING:
    from mhgraph.analysis.gap_index import Fact, GapIndex

PLEDGE = f"{CONCEPT}commitment-pledge"
"""The kind of commitment that somebody makes of their own accord."""

_CONTRIBUTIONS = frozenset(
    f"{PLEDGE.removesuffix('pledge')}{name}-pledge" for name in ("financial", "human-resources", "process", "policy")
)
_TOGETHER = frozenset(f"{PLEDGE.removesuffix('pledge')}{name}-pledge" for name in ("joint", "partnership", "matching"))


def list_pledges(index: GapIndex) -> Collection[str]:
    """Return the commitments that are pledges by their kind."""
    kinds = index.narrower(PLEDGE)
    return [iri for iri in index.members(COMMITMENT) if kinds & _kinds(index, iri)]


def look_for_contribution(index: GapIndex, pledge: str) -> list[Fact] | None:
    """Return its kinds, if none says whether money, people, rules or procedures are offered."""
    return None if _CONTRIBUTIONS & _kinds(index, pledge) else index.out(pledge, {KIND})


def look_for_partners(index: GapIndex, pledge: str) -> list[Fact] | None:
    """Return who made it, if its kind does not say that it is made with others."""
    return None if _TOGETHER & _kinds(index, pledge) else index.out(pledge, {PLEDGED_BY})


def look_for_number(index: GapIndex, pledge: str) -> list[Fact] | None:
    """Return its time limit, if no reported figure is about it."""
    figures = set(index.members(REPORTED_FIGURE))
    measured = any(fact.object_iri in figures for fact in index.into(pledge, {IS_ABOUT}))
    return None if measured else index.out(pledge, {DEADLINE})


def look_for_deadline(index: GapIndex, pledge: str) -> list[Fact] | None:
    """Return the dates of it, if it has no time limit."""
    return None if index.out(pledge, {DEADLINE}) else index.out(pledge, index.dates)


def look_for_need(index: GapIndex, pledge: str) -> list[Fact] | None:
    """Return whom it is for, if it has no topic that tells which need it answers."""
    return None if index.out(pledge, {TOPIC}) else index.out(pledge, {CONCERNS})


def look_for_means(index: GapIndex, pledge: str) -> list[Fact] | None:
    """Return who made it, if no body and no practice serves it."""
    return None if index.into(pledge, {SUPPORTS}) else index.out(pledge, {PLEDGED_BY})


def look_for_objective(index: GapIndex, pledge: str) -> list[Fact] | None:
    """Return whom it is for and its topics, if it advances no objective or action that anybody names."""
    return None if index.out(pledge, {ADDRESSES, BEARS_ON}) else index.out(pledge, {CONCERNS, TOPIC})


def _kinds(index: GapIndex, iri: str) -> set[str]:
    return {fact.object_iri for fact in index.out(iri, {KIND})}
