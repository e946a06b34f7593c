"""Commands that need all that they make until they end: looking for garbage there costs an eighth and more."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pause_collector() -> Iterator[None]:
    """Let the garbage collector rest until the block ends.

    Yields:
        nothing.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
