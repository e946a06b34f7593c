"""The child of `guard`: reads a request and N-Quads from standard input, answers one query, and ends.

A script, not a module of the package: it imports nothing of ours, so that it starts fast and holds nothing to lose.
Exit codes: 3 the query is not valid (reason on standard error), 4 too much output, 5 out of memory.
"""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, Store, serialize

if TYPE_CHECKING:
    from typing_extensions import Buffer


class TooMuch(Exception):
    """More output than allowed."""


class Capped(io.BytesIO):
    """Bytes in memory that refuse to grow beyond a number."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit = limit

    def write(self, data: Buffer, /) -> int:
        """Return the number of bytes, all of which were kept.

        Raises:
            TooMuch: there is no room left.
        """
        if self.tell() + len(memoryview(data)) > self.limit:
            raise TooMuch
        return super().write(data)


def limit_resources(memory: int) -> None:
    """Allow `memory` further bytes and no further file descriptor, where the system knows such limits."""
    try:
        import resource
    except ImportError:
        return
    try:
        memory += int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (OSError, ValueError):
        pass
    lowest_free = os.dup(0)
    os.close(lowest_free)
    resource.setrlimit(resource.RLIMIT_NOFILE, (lowest_free, lowest_free))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> int:
    """Return the exit code, after the request on standard input was answered on standard output."""
    request = json.loads(sys.stdin.buffer.readline())
    store = Store()
    store.bulk_load(input=sys.stdin.buffer.read(), format=RdfFormat.N_QUADS)
    output = Capped(request["output"] * 2**20)
    limit_resources(request["memory"] * 2**20)
    try:
        answer = store.query(request["query"])
        if isinstance(answer, QuerySolutions | QueryBoolean):
            form = b"ask" if isinstance(answer, QueryBoolean) else b"select"
            answer.serialize(output, format=QueryResultsFormat.JSON)
        else:
            form = b"graph"
            serialize(answer, output, format=RdfFormat.N_TRIPLES)
    except SyntaxError as error:
        print(error.msg, file=sys.stderr)
        return 3
    except TooMuch:
        return 4
    except MemoryError:
        return 5
    sys.stdout.buffer.write(form + b"\n" + output.getvalue())
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
