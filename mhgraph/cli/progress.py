"""Progress on a terminal: what takes seconds says how far it is. Where nobody looks, nothing is printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from mhgraph.cli.terminal import unguarded


@contextmanager
def show_progress(first: str) -> Iterator[Callable[[str, int, int], None]]:
    """Show a bar on standard error, if that is a terminal, until the block ends; `first` is the step it begins with.

    Yields:
        what is to be told of each step: what it is, and how much is done, of how much.
    """
    if not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(file=unguarded(sys.stderr)), transient=True) as bar:
        task = bar.add_task(first, total=None)
        yield lambda step, done, total: bar.update(task, description=step, completed=done, total=total)
