"""Samples that are the same for the same seed."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

SEED = 2026
"""The seed of the runs in the tests."""

T = TypeVar("T")


def draw_sample(items: Sequence[T], size: int | None, seed: int) -> list[T]:
    """Return `size` of the items, chosen by `seed`, in their order; all of them without a size."""
    if size is None or size >= len(items):
        return list(items)
    return [items[number] for number in sorted(Random(seed).sample(range(len(items)), size))]
