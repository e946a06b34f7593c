"""`python -m mhgraph`, and the program `mhgraph`, are the command line. Ctrl-C ends it with one line, at any time.

Nothing heavy is imported before somebody listens for Ctrl-C.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType


class Stopped(BaseException):
    """Ctrl-C was pressed. Not a KeyboardInterrupt: click answers that with an empty line."""


def start() -> None:
    """Run the command line as a program of its own; exit code 130 after Ctrl-C."""
    try:
        if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # else whoever started us wants it ignored
            signal.signal(signal.SIGINT, _stop)
        sys.unraisablehook = _stop_after_all
        try:
            _run()
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)  # what is left is the end of the interpreter
    except (Stopped, KeyboardInterrupt):
        _leave()


def _run() -> None:
    from mhgraph.cli import main
    from mhgraph.cli.terminal import require_utf8_names

    require_utf8_names()
    main()


def _stop(number: int, frame: FrameType | None) -> None:
    """Answer the first Ctrl-C: files that are being written are put away on the way out. A second one waits for none.

    Raises:
        Stopped: always.
    """
    signal.signal(signal.SIGINT, _leave)
    raise Stopped


def _stop_after_all(unraisable: sys.UnraisableHookArgs) -> None:
    """Leave if Ctrl-C was pressed where Python drops exceptions, as while it frees an object."""
    if issubclass(unraisable.exc_type, Stopped):
        _leave()
    sys.__unraisablehook__(unraisable)


def _leave(*_: object) -> None:
    """Say that we stopped, and end the process. All that is ours is put away; the interpreter has nothing to add."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        os.write(2, b"mhgraph: stopped\n")
    finally:
        os._exit(130)


if __name__ == "__main__":
    start()
