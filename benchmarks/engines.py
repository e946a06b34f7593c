"""Where the graph of a project lives while it is measured: the stores of mhgraph, and servers on this machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest

from benchmarks.timing import list_children, read_peak
from tests.servers import run_oxigraph, run_virtuoso

SERVERS: dict[str, tuple[Callable[[Path, Path], AbstractContextManager[str]], str]] = {
    "Oxigraph server": (run_oxigraph, "mhgraph.nq"),
    "Virtuoso": (run_virtuoso, "mhgraph-union.nq"),
}
"""How each server is started, and which dump it takes."""
WRONG = {("Virtuoso", "milestones", "1e6")}
"""What a server answers wrongly, at which size, however the query was written; docs/speed.md says so."""


class Server(NamedTuple):
    """A server that runs: its name, its address, and its process."""

    name: str
    url: str
    process: int

    def read_peak(self) -> float:
        """Return the MiB that it took at its peak so far."""
        return read_peak(self.process)


@contextmanager
def start_server(name: str, folder: Path, dumps: Path) -> Iterator[Server | None]:
    """Yield a server that holds the dumps of a folder; None, with a line that says so, if it is not installed."""
    start, dump = SERVERS[name]
    folder.mkdir(parents=True)
    before = set(list_children(os.getpid()))
    try:
        running = start(folder, dumps / dump)
        url = running.__enter__()
    except pytest.skip.Exception as missing:
        print(f"{name} is left out: {missing.msg}\n", flush=True)
        yield None
        return
    process = next(iter(set(list_children(os.getpid())) - before), 0)
    try:
        yield Server(name, url, process)
    finally:
        running.__exit__(None, None, None)
