"""Run something again and again in copies of a folder, and kill each a bit later than the one before.

`python -m tests.files.killing TEMPLATE FOLDER ACTION…` leaves copies 1, 2, 3 … of TEMPLATE in FOLDER: number n as it is
after the run was killed before its nth operation that writes, the last as it is after a run that ended by itself. It
prints the names of all operations. All runs go the way to their first operation together, which makes them cheap.
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
import time
from collections.abc import Callable
from dataclasses import dataclass
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
    (folder / "work").rmdir()
    *killed, finished = sorted(folder.iterdir(), key=lambda path: int(path.name))
    operations = json.loads(ended.stdout)
    assert len(killed) == len(operations)
    return Killed(killed, finished, operations)


def wait_for_the_end_of(group: int) -> None:
    """Wait until no process of a group runs any more. One that ended, and whose end nobody asked for yet, does not.

    Raises:
        TimeoutError: one does after two seconds.
    """
    until = time.monotonic() + 2
    while time.monotonic() < until:
        listed = subprocess.run(["ps", "-eo", "pgid=,stat="], capture_output=True, text=True, check=True).stdout
        if not any(int(line.split()[0]) == group and line.split()[1][0] != "Z" for line in listed.splitlines()):
            return
        time.sleep(0.02)
    raise TimeoutError("a process is left")


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


def compile_graph(root: str) -> None:
    """Compile the graph of a project into a cache."""
    from mhgraph.graph import ALL_LEDGERS, cache
    from mhgraph.project.folders import Project

    cache.LEAST_BYTES = 0
    opened = cache.Cache(Path("cache").absolute()).open_graph(Project(Path(root)), ALL_LEDGERS)
    assert opened.compile is not None
    opened.compile()


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
    "compile": compile_graph,
    "mhgraph": run_command_line,
}


class Executioner:
    """Counts the operations of this process that write below the current folder, and kills it before one of them.

    At the first of them it forks a child for each number, and each child goes on from there in the folder as it was.
    """

    def __init__(self, template: Path, folder: Path) -> None:
        self.template = template
        self.folder = folder
        self.work = Path.cwd()
        self.number = 0
        self.is_busy = False
        self.operations: list[str] = []

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        """Count an operation that writes (a hook for the interpreter)."""
        if self.is_busy or not self._is_writing(event, arguments):
            return
        if not self.number:
            self._fork()
        self.operations.append(event)
        if len(self.operations) == self.number:
            os.kill(os.getpid(), signal.SIGKILL)

    def _fork(self) -> None:
        """Return in a child for each number; the parent ends when a child did its work to the end."""
        self.is_busy = True
        for number in itertools.count(1):
            _empty(self.work)
            shutil.copytree(self.template, self.work, symlinks=True, dirs_exist_ok=True)
            child = os.fork()
            if child == 0:
                self.number, self.is_busy = number, False
                return
            _, status = os.waitpid(child, 0)
            self.work.rename(self.folder / str(number))  # a copy would have no second names
            self.work.mkdir()
            os.chdir(self.work)
            if not os.WIFSIGNALED(status):
                os._exit(os.waitstatus_to_exitcode(status))

    def _is_writing(self, event: str, arguments: tuple[object, ...]) -> bool:
        if event == "open":
            path, _, flags = arguments
            is_ours = isinstance(path, str) and (self.work / path).is_relative_to(self.work)
            return is_ours and isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if event == "ctypes.dlsym":  # asked for just before it is called
            return arguments[1] == "renameat2"
        return event in _WRITING


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()


def _watch_flushing() -> None:
    """Let the interpreter tell of `os.fsync`, as it does of other operations."""
    flush = os.fsync

    def fsync(descriptor: int) -> None:
        sys.audit("os.fsync", descriptor)
        flush(descriptor)

    os.fsync = fsync  # type: ignore[assignment]


def main() -> None:
    """Run an action, up to its first operation once, and from there again and again."""
    template, folder, *action = sys.argv[1:]
    work = shutil.copytree(template, Path(folder) / "work", symlinks=True)
    os.chdir(work)
    answers = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    executioner = Executioner(Path(template), Path(folder))
    _watch_flushing()
    sys.addaudithook(executioner.watch)
    _ACTIONS[action[0]](*action[1:])
    os.write(answers, json.dumps(executioner.operations).encode())
    os._exit(0)


if __name__ == "__main__":
    main()
