"""Run something again and again in copies of a folder, and kill each a bit later than the one before.

`python -m tests.files.killing TEMPLATE FOLDER ACTION…` leaves copies 1, 2, 3 … of TEMPLATE in FOLDER: number n as it is
after the run was killed before its nth operation that writes, the last as it is after a run that ended by itself. It
prints the names of all operations. One process imports everything and forks for each run, which makes a run cheap.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from tests.conftest import REPOSITORY

OLD, NEW = b"old " * 5000, b"new and longer " * 5000
RELEASE = ("a.ttl", "b.nq", "c.json")

_WRITING = {
    *("os.mkdir", "os.rename", "os.link", "os.remove", "os.rmdir", "os.chmod", "os.chown", "os.utime"),
    *("fcntl.flock", "os.fsync"),
}


@dataclass(frozen=True)
class Killed:
    """The copies in the order of their deaths, the one whose run ended last, and the operations of that run."""

    folders: list[Path]
    finished: Path
    operations: list[str]


def kill_at_each_operation(template: Path, folder: Path, *action: str) -> Killed:
    """Return what runs of an action leave that are killed before each of their operations."""
    folder.mkdir()
    ended = subprocess.run(
        [sys.executable, "-m", "tests.files.killing", str(template), str(folder), *action],
        cwd=REPOSITORY,
        env={**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    *killed, finished = sorted(folder.iterdir(), key=lambda path: int(path.name))
    operations = json.loads(ended.stdout)
    assert len(killed) == len(operations)
    return Killed(killed, finished, operations)


def write_new_files() -> None:
    """Write two files."""
    from mhgraph.files import write_files

    write_files({Path("one.txt"): NEW, Path("deep/two.txt"): NEW})


def write_new_folder() -> None:
    """Write a folder as a whole."""
    from mhgraph.files import write_folder

    write_folder(Path("out/dist"), dict.fromkeys(RELEASE, NEW))


def write_new_folder_without_swap() -> None:
    """Do the same where the system cannot swap."""
    from mhgraph.files import write

    write._swap = lambda first, second: False
    write_new_folder()


def run_command_line(*arguments: str) -> None:
    """Run the command line."""
    from mhgraph.cli import main

    sys.argv = ["mhgraph", *arguments]
    with contextlib.suppress(SystemExit):
        main()


_ACTIONS: dict[str, Callable[..., None]] = {
    "files": write_new_files,
    "folder": write_new_folder,
    "folder-without-swap": write_new_folder_without_swap,
    "mhgraph": run_command_line,
}


class Executioner:
    """Counts the operations below a folder, and kills this process before one of them."""

    def __init__(self, folder: Path, number: int) -> None:
        self.folder = str(folder)
        self.number = number
        self.operations: list[str] = []

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count an operation that writes (a hook for the interpreter)."""
        if self._is_writing(event, arguments):
            self.operations.append(event)
            if len(self.operations) == self.number:
                os.kill(os.getpid(), signal.SIGKILL)

    def _is_writing(self, event: str, arguments: tuple[object, ...]) -> bool:
        if event == "open":
            path, _, flags = arguments
            is_ours = isinstance(path, str) and str(Path.cwd() / path).startswith(self.folder)
            return is_ours and isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if event == "ctypes.dlsym":  # asked for just before it is called
            return arguments[1] == "renameat2"
        return event in _WRITING


def _watch_flushing() -> None:
    """Let the interpreter tell of `os.fsync`, as it does of other operations."""
    flush = os.fsync

    def fsync(descriptor: int) -> None:
        sys.audit("os.fsync", descriptor)
        flush(descriptor)

    os.fsync = fsync  # type: ignore[assignment]


def _run(copy: Path, number: int, action: list[str], answers: int) -> None:
    os.chdir(copy)
    executioner = Executioner(copy, number)
    _watch_flushing()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.addaudithook(executioner.watch)
    _ACTIONS[action[0]](*action[1:])
    os.write(answers, json.dumps(executioner.operations).encode())


def main() -> None:
    """Run, kill, and run again."""
    template, folder = Path(sys.argv[1]), Path(sys.argv[2])
    for name in ("mhgraph.cli", "mhgraph.cli.build", "mhgraph.files"):
        import_module(name)  # so that no run needs to
    for number in itertools.count(1):
        copy = folder / str(number)
        shutil.copytree(template, copy, symlinks=True)
        child = os.fork()
        if child == 0:
            try:
                _run(copy, number, sys.argv[3:], os.dup(1))
            except BaseException:
                sys.excepthook(*sys.exc_info())
                os._exit(1)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            sys.exit(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
