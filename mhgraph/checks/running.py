"""Running the shapes on portions, beside what else is done: the fast engine lets other threads work meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeAlias

from mhgraph.checks.portions import Portion
from mhgraph.checks.shacl import Engine, FastEngine, ShapeResult

_THREADS = 2
"""How many portions are looked at at once: each needs Python for a third of its time."""

Run: TypeAlias = tuple[Portion, Callable[[], list[ShapeResult]]]
"""A portion, and what gives its results. It raises what the engine raises."""


@contextmanager
def start_runs(portions: Iterable[Portion], engine: Engine) -> Iterator[list[Run]]:
    """Begin to look at portions, in their order, until the block ends. Raises what making the portions raises.

    Only where the fast engine runs in this process, and no rule needs a child: else each is looked at when its results
    are asked for.

    Yields:
        the portions with what gives their results.
    """
    listed = list(portions)
    if not isinstance(engine, FastEngine) or not all(rule.is_released for portion in listed for rule in portion.rules):
        yield [(portion, _Later(portion, engine)) for portion in listed]
        return
    threads = ThreadPoolExecutor(_THREADS, "shapes")
    try:
        yield [(portion, threads.submit(_Later(portion, engine)).result) for portion in listed]
    except BaseException:  # Ctrl-C too: what is being looked at is not waited for
        threads.shutdown(wait=False, cancel_futures=True)
        raise
    threads.shutdown()  # no thread of the engine is left when the interpreter ends


class _Later:
    """What looks at a portion when it is called."""

    def __init__(self, portion: Portion, engine: Engine) -> None:
        self._portion = portion
        self._engine = engine

    def __call__(self) -> list[ShapeResult]:
        return self._engine.validate(self._portion.flat(), focus=self._portion.focus)
