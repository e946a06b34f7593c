"""The one way in which benchmarks take time: of processes, and of calls in this process.

What is compared is run in turn, so that a machine that slows down slows all of it; the first round fills the caches of
the system and is not counted; medians are shown.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
PEERS = ROOT / "benchmarks" / "peers"
MHGRAPH: tuple[str | Path, ...] = (sys.executable, "-m", "mhgraph")
_UNSET = ("PYTHONDONTWRITEBYTECODE", "MHGRAPH_NO_CACHE", "MHGRAPH_CACHE")

Command = Sequence[str | Path]


class Run(NamedTuple):
    """What a process took: seconds until its last output, until its end, and of processor time; MiB at its peak.

    The memory is that of the largest of its processes. `size` counts the bytes of its output, `said` is the last line.
    """

    answered: float
    wall: float
    processor: float
    peak: float
    size: int = 0
    said: str = ""


def measure(command: Command, *, cache: Path | None = None) -> Run:
    """Run a command from the repository and return what it took. Without a `cache` nothing is compiled.

    Exit code 1 may say that there is something to say; then it is said.

    Raises:
        CalledProcessError: it fails; `stderr` says why.
    """
    environment = {key: value for key, value in os.environ.items() if key not in _UNSET} | {"PYTHONPATH": str(ROOT)}
    environment |= {"MHGRAPH_NO_CACHE": "1"} if cache is None else {"MHGRAPH_CACHE": str(cache)}
    output, answered = bytearray(), 0.0
    reading, writing = os.pipe()
    launcher = (sys.executable, "-I", "-S", ROOT / "benchmarks" / "launcher.py", writing)
    with (
        tempfile.TemporaryFile() as noise,
        subprocess.Popen(
            [str(word) for word in (*launcher, *command)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=noise,
            env=environment,
            pass_fds=[writing],
        ) as process,
    ):
        os.close(writing)
        assert process.stdout is not None  # it is a pipe
        while data := os.read(process.stdout.fileno(), 2**16):
            answered = time.perf_counter()
            output += data
        with os.fdopen(reading, "rb") as report:
            start, end, processor, peak, code = map(float, report.read().split())
        if code not in (0, 1) or (code == 1 and not output):
            noise.seek(0)
            raise subprocess.CalledProcessError(int(code), list(command), None, noise.read().decode())
    lines = output.decode().splitlines()
    mebibytes = peak / (1024 if sys.platform != "darwin" else 1024**2)
    return Run(answered - start, end - start, processor, mebibytes, len(output), lines[-1] if lines else "")


def plan(*command: str | Path, cache: Path | None = None) -> Callable[[], Run]:
    """Return what measures a command when it is called, for `alternate`."""
    return lambda: measure(command, cache=cache)


def alternate(
    commands: Mapping[str, Callable[[], Run]], runs: int, *, before_round: Callable[[], None] = lambda: None
) -> dict[str, list[Run]]:
    """Return the runs of each command, in turn, after a round that is not counted (a single run is)."""
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(runs + 1 if runs > 1 else 1):
        before_round()
        for name, run in commands.items():
            ended = run()
            if number or runs == 1:
                found[name].append(ended)
    return found


def take_median(runs: Sequence[Run]) -> Run:
    """Return the median of each figure; what was said is that of the last run."""
    answered, wall, processor, peak = (statistics.median(figures) for figures in list(zip(*runs, strict=True))[:4])
    return Run(answered, wall, processor, peak, runs[-1].size, runs[-1].said)


def compare(runs: Iterable[Run], peers: Iterable[Run], figure: str = "wall") -> float:
    """Return how many times as much a command took as its peer, in the median of the rounds."""
    pairs = zip(runs, peers, strict=True)
    ratios: list[float] = [getattr(run, figure) / getattr(peer, figure) for run, peer in pairs]
    return statistics.median(ratios)


def time_calls(
    work: Sequence[Callable[[], object]],
    *,
    clock: Callable[[], float] = time.perf_counter,
    runs: int = 5,
    seconds: float = 2.0,
) -> list[float]:
    """Return the median seconds of each call, made in turn: `runs` times after one that is not counted.

    What takes long is called less often, but once at least: when so many `seconds` are over, no round begins. For work
    that waits for nothing, the `clock` may be that of the processor: it does not run while others work.
    """
    found: list[list[float]] = [[] for _ in work]
    begun = time.perf_counter()
    for number in range(runs + 1):
        for times, call in zip(found, work, strict=True):
            start = clock()
            call()
            if number:
                times.append(clock() - start)
        if number and time.perf_counter() - begun > seconds:
            break
    return [statistics.median(times) for times in found]


def compute_exponent(first: tuple[float, float], last: tuple[float, float]) -> float:
    """Return with which power of the size a time grows, from (size, time) of the smallest and of the largest."""
    return log(last[1] / first[1]) / log(last[0] / first[0])


def measure_memory(command: Command) -> float:
    """Return the MiB that a command and what it starts take together at their peak; 0 if the system does not tell.

    What processes share is counted once.
    """
    most = 0.0
    with subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
        assert run.stdout is not None
        reader = threading.Thread(target=run.stdout.read)
        reader.start()
        while run.poll() is None:
            numbers = [run.pid, *list_children(run.pid)]
            most = max(most, sum(_read_mebibytes(number, "smaps_rollup", "Pss:") for number in numbers))
            time.sleep(0.1)
        reader.join()
    return most


def read_peak(process: int) -> float:
    """Return the MiB that a running process took at its peak; 0 if the system does not tell."""
    return _read_mebibytes(process, "status", "VmHWM:")


def list_children(process: int) -> list[int]:
    """Return the processes that a process started and that run; none if the system does not tell."""
    try:
        return [int(number) for number in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
    except OSError:
        return []


def _read_mebibytes(process: int, file: str, key: str) -> float:
    try:
        lines = Path(f"/proc/{process}/{file}").read_text("ascii", errors="replace").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(key)), 0.0)
