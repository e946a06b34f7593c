"""The child of `checkouts`: runs many command lines of one checkout in one process, each as if it stood alone.

A script, not a module of the package: the interpreter of the checkout runs it, in the folder of the checkout. It reads
a JSON list of `{"args": […], "stdin": "…"}` from standard input and writes a line of JSON for each: exit code, standard
output, standard error. A process for each would take ten times as long.
"""

from __future__ import annotations

import io
import json
import os
import runpy
import sys
import traceback
from typing import Any

PACKAGE = "mhgraph"


def run_command(arguments: list[str], stdin: str) -> tuple[int, str, str]:
    """Run `python -m mhgraph ARGUMENTS` in this process and return exit code, standard output and standard error."""
    streams = sys.stdin, sys.stdout, sys.stderr
    output, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8")
    sys.stdout, sys.stderr = output, errors
    sys.argv = [PACKAGE, *arguments]
    code: Any = 0
    try:
        runpy.run_module(PACKAGE, run_name="__main__", alter_sys=True)
    except SystemExit as error:
        code = error.code
    except BaseException:  # what a process would print before it ends with 1
        traceback.print_exc(file=errors)
        code = 1
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
    return int(code or 0), _text_of(output), _text_of(errors)


def _text_of(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode("utf-8", "replace")


def main() -> None:
    """Answer every command of standard input; what a command writes past Python's streams is thrown away."""
    sys.path[0] = os.getcwd()  # noqa: PTH109 - the checkout, not the folder of this script; a string is wanted here
    commands = json.load(sys.stdin)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    for command in commands:
        answers.write(json.dumps(run_command(command["args"], command["stdin"])) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
