"""Plays the sessions of a curator: from a captured text to clean checks, and says what each command took and wrote.

A session (`tests/sessions/*.toml`) is a text of our own, the command that makes its file, and what a curator types into
that file. Run it with `python -m tools.curator_session`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mhgraph.rdf.terms import DEFAULT
from mhgraph.rdf.turtle.parse import parse_file

ROOT = Path(__file__).resolve().parents[1]
SESSIONS = ROOT / "tests" / "sessions"


@dataclass(frozen=True)
class Command:
    """A command that was run: its words, its exit code, the seconds it took, and what it printed."""

    words: tuple[str, ...]
    code: int
    seconds: float
    output: str


@dataclass(frozen=True)
class Session:
    """How a session went. Statements are those of the finished file; `written` are those that the command had written.

    The ones about passages, captures and the source are counted apart from those in graphs, which speak of the world.
    """

    name: str
    commands: tuple[Command, ...]
    edits: int
    statements: int
    written: int
    described: int
    described_written: int

    @property
    def is_clean(self) -> bool:
        """Whether the last checks found nothing, and the first one refused the TODO values."""
        first, *others = [command for command in self.commands if command.words[0] == "validate"]
        return first.code == 1 and all(command.code == 0 for command in (*others, *self.commands[-3:]))


def play(name: str, folder: Path) -> Session:
    """Play a session in a new copy of the small project below `folder`, and return how it went.

    Raises:
        ValueError: an edit finds nothing to change.
    """
    session = tomllib.loads((SESSIONS / f"{name}.toml").read_text(encoding="utf-8"))
    project = _copy_project(folder / name)
    source = project / "data" / "sources" / f"{session['key']}.trig"
    sheet = ["--sheet", str(SESSIONS / session["sheet"])] if "sheet" in session else []
    new = ["source", "new", session["key"], "--text", str(SESSIONS / session["text"]), *sheet, *session["options"]]
    commands = [run(project, *new), run(project, "format", "--check"), run(project, "validate", str(source))]
    fresh = set(parse_file(source))
    _edit(source, session)
    for added in session.get("files", []):
        (project / added["path"]).write_text(added["text"], encoding="utf-8")
    commands += [
        run(project, "format"),
        run(project, "validate", str(source)),
        run(project, "format", "--check"),
        run(project, "coverage"),
        run(project, "validate"),
    ]
    finished = set(parse_file(source))
    said = {quad for quad in finished if quad.graph_name != DEFAULT}
    about = finished - said
    return Session(
        name, tuple(commands), len(session["edits"]), len(said), len(said & fresh), len(about), len(about & fresh)
    )


def run(project: Path, *words: str) -> Command:
    """Run a command of `mhgraph` in a project, and return how it ended."""
    started = time.perf_counter()
    arguments = [sys.executable, "-m", "mhgraph", "--root", str(project), *words]
    ended = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
    return Command(words, ended.returncode, time.perf_counter() - started, ended.stdout + ended.stderr)


def _copy_project(target: Path) -> Path:
    """Return a copy of the small project in which the publisher of the sessions has field labels."""
    shutil.copytree(ROOT / "tests" / "project", target)
    shutil.copy(SESSIONS / "field-labels.ttl", target / "data" / "entities" / "concept")
    return target


def _edit(path: Path, session: dict[str, Any]) -> None:
    text = path.read_text(encoding="utf-8")
    for edit in session["edits"]:
        text, count = re.subn(edit["find"], edit["replace"], text, count=0 if edit.get("all") else 1)
        if not count:
            raise ValueError(f"{session['key']}: nothing to change: {edit['find']!r}")
    path.write_text(text + session.get("append", ""), encoding="utf-8")


def main() -> None:
    """Play all sessions and print their figures."""
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(SESSIONS.glob("*.toml")):
            session = play(path.stem, Path(folder))
            print(f"\n{session.name}: {'clean' if session.is_clean else 'NOT CLEAN'} after {session.edits} edits")
            for command in session.commands:
                words = " ".join(command.words[:3] if command.words[0] == "source" else command.words[:1])
                print(f"  {command.seconds:5.2f} s  exit {command.code}  mhgraph {words}")
                if not session.is_clean:
                    print(command.output)
            share = round(100 * session.written / session.statements)
            print(
                f"  statements in graphs: {session.statements}, written by the command: {session.written} ({share} %)"
            )
            print(f"  about source and passages: {session.described}, written: {session.described_written}")


if __name__ == "__main__":
    main()
