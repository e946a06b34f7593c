"""The child's side of `child`: take tasks from standard input within limits, and end when nobody gives any more.

A script that uses this imports all it needs, gets ready, and calls `serve`. From then on it can open nothing: no file,
no socket, no pipe.
"""

from __future__ import annotations

import contextlib
import io
import itertools
import json
import os
import queue
import signal
import sys
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from typing_extensions import Buffer

if sys.platform != "win32":  # which knows no such limits
    import resource

_BROKEN = 70
"""The exit code after an error that is nobody's but ours."""

Reply: TypeAlias = tuple[Mapping[str, Any], bytes]

Task: TypeAlias = Callable[[Mapping[str, Any], bytes], Reply]
"""Does what a request asks, with the bytes that came with it; returns what to reply. Raises Refused or TooMuch."""


class Refused(Exception):
    """What was asked is not valid; the text says why."""


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


def serve(tasks: Mapping[str, Task], *, spare: int = 0) -> None:
    """Do one task after another, each named by its request's "task", until standard input ends.

    `spare` is how many file descriptors the engine may still open; see `forbid_opening`.
    """
    end_with_parent(int(sys.argv[1]))
    forbid_opening(spare)
    requests: queue.SimpleQueue[tuple[Mapping[str, Any], bytes]] = queue.SimpleQueue()
    threading.Thread(target=_read_requests, args=[requests], daemon=True).start()
    try:
        while True:
            request, data = requests.get()
            values, answer = _do(tasks[request["task"]], request, data)
            sys.stdout.buffer.write(json.dumps({**values, "size": len(answer)}).encode() + b"\n" + answer)
            sys.stdout.buffer.flush()
    finally:
        os._exit(_BROKEN)  # at once: an orderly end waits for the thread that reads


def _read_requests(requests: queue.SimpleQueue[tuple[Mapping[str, Any], bytes]]) -> None:
    """Hand on what is asked; where standard input ends, the parent has died or has no more to ask: end at once."""
    while line := sys.stdin.buffer.readline():
        request = json.loads(line)
        requests.put((request, sys.stdin.buffer.read(request["size"])))
    os._exit(0)


def _do(task: Task, request: Mapping[str, Any], data: bytes) -> Reply:
    try:
        return task(request, data)
    except Refused as error:
        return {"problem": str(error)}, b""
    except TooMuch:
        return {"problem": "output"}, b""
    except MemoryError:
        return {"problem": "memory"}, b""


def end_with_parent(parent: int) -> None:
    """Let the system end this process when the one with this number ends (Linux), and when a terminal interrupts it.

    Elsewhere the end of standard input does it, unless this process is held up without letting a thread run.
    """
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if not sys.platform.startswith("linux") or not parent:
        return
    import ctypes

    pr_set_pdeathsig = 1
    ctypes.CDLL(None).prctl(pr_set_pdeathsig, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it died before this was said
        os._exit(0)


def forbid_opening(spare: int = 0) -> None:
    """Allow no further file descriptor but so many, and no core file, where the system knows such limits."""
    if sys.platform == "win32":
        return
    free = (number for number in itertools.count() if not _is_open(number))
    limit = next(itertools.islice(free, spare, None))
    resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def count_open() -> int:
    """Return how many file descriptors are open, of the first thousand."""
    return sum(map(_is_open, range(1000)))


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


class Meter:
    """The memory and the time that a task may use. It is made before `forbid_opening`, for it keeps a file open."""

    def __init__(self) -> None:
        try:
            self._sizes: int | None = os.open("/proc/self/statm", os.O_RDONLY)
        except OSError:  # only Linux has it, and only there the limit on memory is kept
            self._sizes = None

    def start(self, request: Mapping[str, Any]) -> None:
        """Allow what a request says: so many MiB beyond what is in use now, so many seconds of processor time.

        The parent keeps the time. This limit is for a process that is busy when its parent dies.
        """
        if sys.platform == "win32":
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = used.ru_utime + used.ru_stime + request["seconds"] * (os.cpu_count() or 1) + 5
        _set_soft(resource.RLIMIT_CPU, int(min(seconds, 2**31)))
        if self._sizes is not None:
            pages = int(os.pread(self._sizes, 100, 0).split()[0])
            _set_soft(resource.RLIMIT_AS, pages * os.sysconf("SC_PAGE_SIZE") + request["memory"] * 2**20)

    def stop(self) -> None:
        """Allow any memory again."""
        if sys.platform != "win32":
            _set_soft(resource.RLIMIT_AS, resource.RLIM_INFINITY)


def _set_soft(limit: int, value: int) -> None:
    if sys.platform == "win32":
        return
    _, hard = resource.getrlimit(limit)
    if hard != resource.RLIM_INFINITY and (value == resource.RLIM_INFINITY or value > hard):
        value = hard
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(limit, (value, hard))
