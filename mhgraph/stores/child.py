"""A process that works for us within limits: how it is started, told, timed, and ended.

What it does is a script of its own (`worker`, and that of the shapes), built on `service`. It is told one thing after
another through its standard input, and answers on its standard output: a line of JSON, then as many bytes as the line
says. It ends when its input ends, so that it never outlives this process, however that dies.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from mhgraph.errors import InvalidQuery, QueryStopped
from mhgraph.stores import Limits

_REMEDY = "ask for less, or nest less deeply"


class Reply(NamedTuple):
    """What a child answers: a few values, and bytes."""

    values: Mapping[str, Any]
    data: bytes


class Child:
    """A child that runs a script with arguments; it is started at once, and gets ready while we do something else.

    Leave it with `close`, or use it in a `with` block.
    """

    def __init__(self, script: Path, *arguments: str) -> None:
        # its death with ours is tied to the thread that starts it, and only the main thread is sure to live as long
        parent = os.getpid() if threading.current_thread() is threading.main_thread() else 0
        self.owner = os.getpid()
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(script), str(parent), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=script.parent,  # so that no module of the folder we stand in is taken for one of the engine's
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def is_alive(self) -> bool:
        """Whether it waits for a task of this process (and not of one that this process was forked from)."""
        return self.owner == os.getpid() and self._process.poll() is None

    def close(self) -> None:
        """End the child, whatever it is doing."""
        if self.owner != os.getpid():
            return
        self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):  # what was not written yet has no reader any more
                stream.close()  # type: ignore[union-attr] # both are pipes
        self._process.wait()

    def run(self, task: Mapping[str, Any], data: bytes = b"", *, limits: Limits, what: str) -> Reply:
        """Return the reply to a task; a child that meets a limit is ended.

        `what` is the subject of the sentence that says why it was stopped.

        Raises:
            InvalidQuery: the child says that what it got is not valid.
            QueryStopped: a limit was met, or the child died.
        """
        values = {**task, "seconds": limits.seconds, "memory": limits.memory, "output": limits.output}
        late = threading.Event()
        timer = threading.Timer(limits.seconds, self._stop, [late])
        timer.daemon = True
        timer.start()
        try:
            reply = self._exchange(values, data)
        except BaseException:  # Ctrl-C too: what is half said can not be taken up again
            self.close()
            raise
        finally:
            timer.cancel()
        if reply is None:
            self.close()
            if late.is_set():
                raise QueryStopped(f"{what} ran longer than {limits.seconds:g} seconds", "ask for less")
            raise QueryStopped(explain_death(self._process.returncode, what, limits), _REMEDY)
        problem = reply.values.get("problem")
        if problem == "output":
            raise QueryStopped(f"the answer is larger than {limits.output} MiB", "ask for less")
        if problem == "memory":
            raise QueryStopped(explain_death(-signal.SIGABRT, what, limits), _REMEDY)
        if problem is not None:
            raise InvalidQuery(str(problem))
        return reply

    def _stop(self, late: threading.Event) -> None:
        late.set()
        self._process.kill()

    def _exchange(self, values: Mapping[str, Any], data: bytes) -> Reply | None:
        """Return the reply; None if the child died before it was said."""
        source, target = self._process.stdout, self._process.stdin
        assert source is not None  # both are pipes
        assert target is not None
        try:
            target.write(json.dumps({**values, "size": len(data)}).encode() + b"\n")
            target.write(data)
            target.flush()
            line = source.readline()
            if not line.endswith(b"\n"):
                return None
            found = json.loads(line)
            answer = source.read(found["size"])
        except OSError:
            return None
        return Reply(found, answer) if len(answer) == found["size"] else None


def explain_death(code: int, what: str, limits: Limits) -> str:
    """Return why a child ended with an exit code, in a sentence about `what` it worked on."""
    if code == -signal.SIGSEGV:
        return f"{what} is nested too deeply for the engine"
    if code == -signal.SIGABRT:
        return f"{what} needs more than {limits.memory} MiB of memory, or nests too deeply"
    return f"the engine gave up on {what} (exit code {code})"
