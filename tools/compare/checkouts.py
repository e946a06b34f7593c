"""Running cases in a checkout: many in one process for speed, a few in processes of their own to prove it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from tools.compare.cases import OUT, Case
from tools.compare.facts import Facts, read_facts
from tools.compare.faults import write_faulty
from tools.compare.outcomes import Parts, ontology_subjects, read_outcome

_DRIVER = Path(__file__).with_name("driver.py")
_PROGRESS = 100


class CheckoutError(Exception):
    """A checkout cannot be asked."""


@dataclass(frozen=True)
class Checkout:
    """A checkout: its name here, its folder, the project to ask (its own, or one for both), whose data gets faults."""

    name: str
    root: Path
    project: Path
    data: Path

    @property
    def python(self) -> str:
        """The interpreter of the checkout."""
        return str(self.root / ".venv" / "bin" / "python")

    def commit(self) -> str:
        """Return the commit that is checked out, with a mark if files differ from it; `none` outside git."""
        command = ["git", "-C", str(self.root), "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*"]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip() or "none"

    def check(self) -> None:
        """Raise CheckoutError, with the last line of what was printed, if the command line does not start."""
        try:
            code, _, errors = self._run_command(["--version"])
        except OSError as error:
            raise CheckoutError(f"{self.name}: {self.python}: {error.strerror}") from error
        if code:
            last = (errors.strip().splitlines() or ["no reason given"])[-1]
            raise CheckoutError(f"{self.name}: the command line of {self.root} does not start: {last}")

    def facts(self) -> Facts:
        """Return the facts of the project, as `build` of the checkout writes them. Raises CheckoutError."""
        with tempfile.TemporaryDirectory() as folder:
            code, _, errors = self._run_command(["--root", str(self.project), "build", "--out", folder])
            if code:
                raise CheckoutError(f"{self.name}: build fails: {errors.strip()}")
            return read_facts(Path(folder) / "mhgraph.trig")

    def ontology_subjects(self) -> set[str]:
        """Return the subjects of the ontology files of the project."""
        return ontology_subjects(self.project / "ontology")

    def run(self, cases: Sequence[Case]) -> list[Parts]:
        """Return what each case did, all in one process; a process that ends early is started anew behind that case."""
        found: list[Parts] = []
        with tempfile.TemporaryDirectory() as folder:
            while len(found) < len(cases):
                for parts in self._run_some(cases[len(found) :], Path(folder), len(found)):
                    found.append(parts)
                    if len(found) % _PROGRESS == 0 or len(found) == len(cases):
                        print(f"{self.name}: {len(found)} of {len(cases)}", file=sys.stderr)
        return found

    def run_alone(self, case: Case) -> Parts:
        """Return what a case did in a process of its own."""
        with tempfile.TemporaryDirectory() as folder:
            prepared = self._prepare(case, Path(folder), 0)
            printed = self._run_command(prepared.arguments, case.stdin)
            return read_outcome(case, printed, prepared.out, prepared.hidden)

    def _run_some(self, cases: Sequence[Case], folder: Path, done: int) -> Iterator[Parts]:
        """Yield what each case did, until the process ends; a case that ended it early is said to have done so."""
        prepared = [self._prepare(case, folder, done + number) for number, case in enumerate(cases)]
        commands = [{"args": each.arguments, "stdin": case.stdin} for case, each in zip(cases, prepared, strict=True)]
        request, complaints = folder / "commands.json", folder / "errors.txt"
        request.write_text(json.dumps(commands), encoding="utf-8")
        count = 0
        with (
            request.open(encoding="utf-8") as stdin,
            complaints.open("w", encoding="utf-8") as stderr,
            subprocess.Popen(
                [self.python, str(_DRIVER)],
                cwd=self.root,
                env=_environment(),
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=stderr,
                encoding="utf-8",
            ) as process,
        ):
            assert process.stdout is not None  # it is a pipe
            for case, ready, line in zip(cases, prepared, process.stdout, strict=False):
                count += 1
                code, output, errors = json.loads(line)
                yield read_outcome(case, (code, output, errors), ready.out, ready.hidden)
        if count < len(cases):
            yield {"": f"the process ended with {process.returncode}\n{complaints.read_text(encoding='utf-8')}"}

    def _prepare(self, case: Case, folder: Path, number: int) -> _Prepared:
        """Return a case made ready to run; what it writes goes into a folder whose name is as long for every case."""
        out, project = folder / f"{number:08}", self.project
        if case.faulty:
            project = folder / "project"
            if not project.exists():
                write_faulty(self.project, self.data, project)
        if any(OUT in argument for argument in case.arguments):
            out.mkdir()
        arguments = ["--root", str(project), *(argument.replace(OUT, str(out)) for argument in case.arguments)]
        return _Prepared(arguments, out, {str(out): OUT, str(project): "{root}", str(self.root): "{checkout}"})

    def _run_command(self, arguments: Sequence[str], stdin: str = "") -> tuple[int, str, str]:
        command = [self.python, "-m", "mhgraph", *arguments]
        done = subprocess.run(
            command,
            cwd=self.root,
            env=_environment(),
            input=stdin.encode(),
            capture_output=True,
            check=False,
        )
        return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


class _Prepared(NamedTuple):
    """A case ready to run: its arguments, the folder that it writes into, and what to hide in what it prints."""

    arguments: list[str]
    out: Path
    hidden: Mapping[str, str]


def _environment() -> dict[str, str]:
    """Return the environment of a checkout: no bytecode is left in it, and nothing of this interpreter's is used."""
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV")}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "COLUMNS": "120"}
