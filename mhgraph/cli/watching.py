"""Watching data files: what an editor saves is validated at once."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from mhgraph.cli.messages import explain_error
from mhgraph.cli.output import note
from mhgraph.errors import MhgraphError
from mhgraph.optional import load_extra
from mhgraph.project.folders import Project
from mhgraph.text.characters import visible

_SETTLED = 200
"""So many milliseconds after a change everything that an editor writes has been written."""


def watch(project: Project, files: Sequence[Path], validate: Callable[[Sequence[Path]], object]) -> None:
    """Validate files when they change, until somebody presses Ctrl-C: `files` at any change, else those that changed.

    `validate` prints what it finds; what it raises is printed, and the watch goes on. Raises MissingLibrary.
    """
    changes = list_changes(project)
    note(f"watching {project.root / 'data'}; Ctrl-C ends")
    signal.signal(signal.SIGINT, signal.default_int_handler)  # here Ctrl-C is how a run ends, and no accident
    try:
        if files:
            _validate_block(project, files, validate)
        for changed in changes:
            there = {path.resolve() for path in project.data}
            for path in sorted(changed - there):
                print(f"\n{visible(str(project.relative(path)))} is gone, or is not read")
            chosen = files or sorted(changed & there)
            if chosen:
                _validate_block(project, chosen, validate)
    except KeyboardInterrupt:
        note("stopped watching")


def list_changes(project: Project) -> Iterator[set[Path]]:
    """Return an iterator over the data files that change, those together that change at once. Raises MissingLibrary."""
    watchfiles = load_extra("watchfiles", wish="--watch", extra="watch")

    def is_data(_change: object, path: str) -> bool:
        return path.endswith((".ttl", ".trig"))

    found = watchfiles.watch(project.root / "data", watch_filter=is_data, debounce=_SETTLED, step=_SETTLED // 4)
    return ({Path(path).resolve() for _, path in changes} for changes in found)


def _validate_block(project: Project, files: Sequence[Path], validate: Callable[[Sequence[Path]], object]) -> None:
    print(f"\n{visible(', '.join(str(project.relative(path.resolve())) for path in files))}:", flush=True)
    try:
        validate(files)
    except MhgraphError as error:
        print(explain_error(error), flush=True)
