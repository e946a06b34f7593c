"""The command line in this process, thousands of times, and what is wrong with how a call ended."""

from __future__ import annotations

import io
import sys
import traceback
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ended:
    """How a call ended: its exit code, both outputs, and the traceback that a user would have seen, or ""."""

    code: int
    stdout: bytes
    stderr: str
    crash: str = ""

    @property
    def fault(self) -> str:
        """What is wrong with it, or "": a traceback, an exit code of its own, or more than a line for a bad call."""
        if self.crash:
            return f"a traceback: {self.crash.splitlines()[-1]}"
        return find_fault(self.code, self.stderr)


def find_fault(code: int, stderr: str, *, most_lines: int | None = None) -> str:
    r"""Return what is wrong with an exit code and what was said on standard error, or ""; a bad call says one line.

    >>> find_fault(2, "mhgraph: one\nmhgraph: two\n")
    '2 lines on standard error'
    """
    lines = stderr.splitlines()
    if code not in (0, 1, 2):
        return f"exit code {code}"
    if code == 2 and len(lines) != 1:
        return f"{len(lines)} lines on standard error"
    if any(not line.startswith("mhgraph: ") for line in lines) or len(lines) > (most_lines or len(lines)):
        return "something else than one line of ours on standard error"
    return ""


class _Typed(io.BytesIO):
    """Standard input as a command meets it."""

    name = "<stdin>"


def call(arguments: Sequence[str], stdin: bytes = b"") -> Ended:
    """Return how `mhgraph ARGUMENTS` ends, run in this process with streams of its own."""
    from mhgraph.cli import main

    before = sys.argv, sys.stdin, sys.stdout, sys.stderr
    outputs = io.BytesIO(), io.BytesIO()
    out, err = (io.TextIOWrapper(output, encoding="utf-8", write_through=True) for output in outputs)
    sys.argv = ["mhgraph", *arguments]
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(_Typed(stdin), encoding="utf-8"), out, err
    code, crash = 0, ""
    try:
        main()
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        crash = traceback.format_exc()
    finally:
        sys.argv, sys.stdin, sys.stdout, sys.stderr = before
    out.flush()
    err.flush()
    return Ended(code, outputs[0].getvalue(), outputs[1].getvalue().decode(errors="replace"), crash)
