"""Run the command line again and again, and press Ctrl-C a bit later each time, while it imports and while it works.

`python -m tests.cli.interrupting STEP ARGUMENT…` presses at every STEPth event that the interpreter tells of (an
import, the opening of a file), and prints how each run ended, as JSON: its exit code and its complaint.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile

from mhgraph.__main__ import start  # nothing else of the package: the rest is what it imports


def _run(number: int, arguments: list[str], complaint: int) -> None:
    """Run the command line in this process and press Ctrl-C at an event."""
    seen = 0

    def press(event: str, _: tuple[object, ...]) -> None:
        nonlocal seen
        if event not in ("import", "open", "exec"):
            return
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGINT)

    signal.signal(signal.SIGINT, signal.default_int_handler)  # it may have been ignored for this process
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.dup2(complaint, 2)
    sys.argv = ["mhgraph", *arguments]
    sys.addaudithook(press)
    start()


def interrupt(number: int, arguments: list[str]) -> tuple[int, str]:
    """Return how a run ended that was interrupted at an event: its exit code and what it complained of."""
    with tempfile.TemporaryFile() as complaint:
        child = os.fork()
        if child == 0:
            code = 0
            try:
                _run(number, arguments, complaint.fileno())
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else 1
            except BaseException:
                sys.excepthook(*sys.exc_info())
                code = 99
            sys.stderr.flush()
            os._exit(code)
        _, status = os.waitpid(child, 0)
        complaint.seek(0)
        return os.waitstatus_to_exitcode(status), complaint.read().decode()


def main() -> None:
    """Interrupt until a run ends before it is interrupted."""
    step, arguments = int(sys.argv[1]), sys.argv[2:]
    endings: list[tuple[int, str]] = []
    while not endings or endings[-1][0] == 130 or len(endings) < 3:
        endings.append(interrupt(1 + step * len(endings), arguments))
    print(json.dumps(endings))


if __name__ == "__main__":
    main()
