"""Work done aside: by a copy of this process on another core, for two threads of Python share one."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from mhgraph.stores.service import end_with_parent

Result = TypeVar("Result")


@contextmanager
def start_aside(work: Callable[[], Result], *, is_worth_it: bool) -> Iterator[Callable[[], Result]]:
    """Begin some work in a copy of this process, which ends with the block, and with this process, however that dies.

    It is only made if it is worth it, and on Linux, where a copy shares the memory and ends with its parent. Elsewhere,
    and if the copy fails, the work is done here when its result is asked for, with the error that it has.

    The work may load no graph: a copy has none of the threads that the engine keeps for that.

    Yields:
        what gives the result.
    """
    if not is_worth_it or not sys.platform.startswith("linux"):
        yield work
        return
    source, target = os.pipe()
    parent = os.getpid()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # a bar of progress has a thread, of which we need nothing
        copy = os.fork()
    if not copy:
        _work_in_copy(work, parent, source, target)
    os.close(target)
    answer = os.fdopen(source, "rb")
    try:
        yield lambda: _take(answer.read(), work)
    finally:
        answer.close()
        os.kill(copy, signal.SIGKILL)
        os.waitpid(copy, 0)


def _take(data: bytes, work: Callable[[], Result]) -> Result:
    """Return the result that a copy wrote, whole or not at all; without one, do the work here."""
    if not data:
        return work()
    result: Result = pickle.loads(data)  # noqa: S301 - we wrote it ourselves
    return result


def _work_in_copy(work: Callable[[], object], parent: int, source: int, target: int) -> None:
    """Do the work, write its result, and end. Nothing that the parent would do on its way out is done twice."""
    try:
        end_with_parent(parent)
        os.close(source)
        data = pickle.dumps(work())
        with os.fdopen(target, "wb") as out:
            out.write(data)
    finally:
        os._exit(0)  # whatever happened: the parent sees whether there is a result
